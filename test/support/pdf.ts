export const pagesOf = 1;
