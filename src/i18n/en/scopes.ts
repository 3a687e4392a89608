/** What an application will see or do, in the words of the consent page. */
export const scopes = {
  "view-user": "See your name, e-mail address, username, gender and profile picture",
  "detail-user": "See what you say about yourself, your phone number, place and date of birth, and address",
  "edit-user": "Change your profile",
  admin: "Act as an administrator of this service on your behalf",
  other: (scope: string) => `Use the permission ${scope}`,
};
