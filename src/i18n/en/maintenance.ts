/** What every page says while maintenance is on or lies ahead. */
export const maintenance = {
  label: "Maintenance",
  down: {
    on: "The service is down for maintenance. Administrators go on working.",
    planned: (from: string, until: string) =>
      `The service will be down for maintenance from ${from} to ${until}.`,
  },
  readOnly: {
    on: "Because of maintenance, nothing can be changed and nobody can sign in at the moment. What is there can be looked at.",
    planned: (from: string, until: string) =>
      `Because of maintenance, nothing can be changed and nobody can sign in from ${from} to ${until}.`,
  },
};
