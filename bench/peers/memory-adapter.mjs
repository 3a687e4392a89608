const rows = new Map();
const keysOfGrant = new Map();

/** Keeps everything: the adapter that oidc-provider brings forgets all but the last thousand rows. */
export class MemoryAdapter {
  constructor(model) {
    this.model = model;
  }

  key(id) {
    return `${this.model}:${id}`;
  }

  async upsert(id, payload) {
    const key = this.key(id);
    rows.set(key, payload);
    if (!payload.grantId) return;
    const keys = keysOfGrant.get(payload.grantId);
    if (keys) keys.push(key);
    else keysOfGrant.set(payload.grantId, [key]);
  }

  async find(id) {
    return rows.get(this.key(id));
  }

  async findByUid(uid) {
    return this.find(uid);
  }

  async consume(id) {
    rows.get(this.key(id)).consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    rows.delete(this.key(id));
  }

  async revokeByGrantId(grantId) {
    for (const key of keysOfGrant.get(grantId) ?? []) rows.delete(key);
    keysOfGrant.delete(grantId);
  }
}
