/**
 * Text as the finder compares it: lower case, without accents, đ as d, single blanks.
 * "Giấy KHAI  sinh" and "giay khai sinh" fold to the same. NFD splits every Vietnamese accent off but not the bar of đ.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
