import { signIn } from "../../lib/sign-in.ts";

export const GET = signIn.login;
