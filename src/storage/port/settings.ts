/** Values that act on every node within a second (maintenance). JSON texts by name. */
export interface SettingStore {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}
