/** A picture as shapes, the later ones on top. Lengths are pixels; `y` of a text is its baseline. */
export interface Picture {
  width: number;
  height: number;
  background: string;
  shapes: readonly Shape[];
}

/** `colour` as in CSS. */
export type Shape = Box | Text;

export interface Box {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
  /** Of its corners. */
  radius?: number;
}

export interface Text {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  /** The same in fewer words, for where it finds no room; the longest first. */
  shorter?: readonly string[];
  /** In pixels. */
  size: number;
  colour: string;
  bold?: boolean;
  /** Which part of the text stands at `x`; the start unless given. */
  align?: 'left' | 'center' | 'right';
  /** How wide it may be: what is longer is cut, and ends with an ellipsis. */
  room?: number;
}

/** A PNG of a picture; null where this installation draws none, or where drawing it failed, which is logged. */
export type Draw = (picture: Picture) => Promise<Uint8Array | null>;
