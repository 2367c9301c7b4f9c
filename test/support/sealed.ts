/** What a sealed value looks like: nothing of its text. A part of a text may stand in the ciphertext by chance. */
export const sealedShape = /^v2\.[\w-]{8}\.[\w-]+$/;
