import { catalogue } from "../errors/catalogue.ts";

/** Status of a form that is shown again because something in it has to be corrected. */
export const problemStatus = catalogue.api.validation_error.status;
