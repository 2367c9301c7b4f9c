declare module "date-holidays-parser" {
  /** Calculates the holidays of a country from its rules. The package has types, but does not export them. */
  export default class Holidays {
    constructor(
      data: object,
      country: string,
      options: { readonly languages: readonly string[]; readonly types: readonly string[] },
    );
    /** `date` begins with YYYY-MM-DD. */
    getHolidays(year: number): { readonly date: string; readonly name: string }[];
  }
}
