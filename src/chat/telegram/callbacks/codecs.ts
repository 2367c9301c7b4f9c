/** What arguments of buttons in several rooms are written as. */
import { count, oneOf } from "../callback.js";

/** Whose cases or tasks are meant. */
export const whose = oneOf(["mine", "team"]);

/** Which page of a list, from 0. */
export const page = count();
