/** Takes what `{{#fact "F35 F48"}}` names, gives the ids of the facts. */
export const factIds = (text: string): readonly string[] => text.split(/\s+/).filter((id) => id !== '');
