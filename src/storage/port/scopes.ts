/** A scope is data: the operator may add some for `client_credentials`. */
export interface Scope {
  readonly name: string;
  /** A client needs an admin's approval before the API honours it. */
  readonly requiresApproval: boolean;
  /** Shipped with the server: it has a translated description. */
  readonly builtIn: boolean;
}

export interface ScopeStore {
  /** False when the name is taken. */
  create(scope: Scope): Promise<boolean>;
  list(): Promise<readonly Scope[]>;
}
