/** Values that act on every node within a second (maintenance). JSON texts by name. */
export interface SettingStore {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  /** Whether there was one: of units that delete it at the same time one is told so. */
  delete(name: string): Promise<boolean>;
}
