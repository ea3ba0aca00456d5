/** How the languages that can be ticked are called in a text, in Dutch and in English. */
const WORDS: Readonly<Record<string, string>> = {
  nl: "nederlands|dutch",
  // Frans Peeters is a person.
  fr: "frans(?!\\s\\p{Lu})|french",
  en: "engels|english",
  ar: "arabisch|arabic",
  tr: "turks|turkish",
  ber: "tamazight|berbers?",
  es: "spaans|spanish",
  pl: "pools|polish",
  uk: "oekra[iï]ens|ukrainian",
  vgt: "vlaamse [gG]ebarentaal|flemish [sS]ign [lL]anguage",
};

/** The codes of the languages that a text names, in the order of the alphabet. */
export function namedLanguages(text: string): readonly string[] {
  return Object.entries(WORDS)
    .filter(([, words]) => pattern(words).test(text))
    .map(([code]) => code)
    .sort();
}

/** "Turks" and "Turkstalige", but not "Turkse": those are people or things from there. Either case, save what follows a name. */
function pattern(words: string): RegExp {
  const first = words.replaceAll(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`);
  return new RegExp(`(?<!\\p{L})(?:${first})(?:(?:talige?|sprekende?)(?!\\p{L})|(?!\\p{L}))`, "u");
}
