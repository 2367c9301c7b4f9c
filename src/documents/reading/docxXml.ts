/** The XML of a document of Word. */

/** An element, or words. */
export type XmlNode = {
  readonly nodeName: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly childNodes?: readonly XmlNode[];
  readonly textContent?: string;
};

/** The elements inside of one. */
export function elementsOf(node: XmlNode): readonly XmlNode[] {
  return (node.childNodes ?? []).filter(({ nodeName }) => nodeName !== "#text");
}

/** Those of a name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node === undefined ? [] : elementsOf(node).filter(({ nodeName }) => nodeName === name);
}

/** The first of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node, name)[0];
}

/** The value (`w:val`) of the first of a name. */
export function valOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes?.["w:val"];
}
