/** The fields of a profile and what can be wrong with them; the user API says the same sentences. */
export const profile = {
  name: "Name",
  gender: "Gender",
  bio: "About you",
  place_of_birth: "Place of birth",
  date_of_birth: "Date of birth",
  address: "Address",
  email: "E-mail address",
  phone_number: "Phone number",
  username: "Username",
  genders: { none: "Not said", male: "Male", female: "Female", other: "Other" },
  problems: {
    empty: "This cannot be empty.",
    not_text: "This must be text.",
    too_long: (limit: number) => `This can have at most ${limit} characters.`,
    characters: "This contains characters that cannot be used here.",
    not_a_gender: "This must be one of male, female and other.",
    not_a_date: "This must be a real date, written YYYY-MM-DD.",
    in_future: "This cannot be in the future.",
  },
};
