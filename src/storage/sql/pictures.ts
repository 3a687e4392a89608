import type { Selectable } from "kysely";
import type { PictureOwner, PictureStore, StoredPicture } from "../port/pictures.ts";
import type { Db, PictureTable } from "./database.ts";

export function pictureStore(db: Db): PictureStore {
  return {
    put: async (owner, picture) => {
      await remove(db, owner);
      await db.insertInto("pictures").values(pictureRow(owner, picture)).execute();
    },
    remove: (owner) => remove(db, owner),
    find: async (kind, name) => {
      const row = await db
        .selectFrom("pictures")
        .selectAll()
        .where("name", "=", name)
        .where(kind === "client" ? "client_id" : "user_id", "is not", null)
        .executeTakeFirst();
      return row && pictureOf(row);
    },
  };
}

async function remove(db: Db, owner: PictureOwner): Promise<void> {
  const all = db.deleteFrom("pictures");
  const own =
    owner.kind === "client" ? all.where("client_id", "=", owner.id) : all.where("user_id", "=", owner.id);
  await own.execute();
}

function pictureRow(owner: PictureOwner, picture: StoredPicture): Selectable<PictureTable> {
  return {
    name: picture.name,
    client_id: owner.kind === "client" ? owner.id : null,
    user_id: owner.kind === "user" ? owner.id : null,
    type: picture.type,
    body: Buffer.from(picture.bytes).toString("base64"),
    created_at: picture.createdAt,
  };
}

function pictureOf(row: Selectable<PictureTable>): StoredPicture {
  return {
    name: row.name,
    type: row.type,
    bytes: new Uint8Array(Buffer.from(row.body, "base64")),
    createdAt: row.created_at,
  };
}
