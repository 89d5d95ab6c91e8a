// What the tests put into pages.

/** Put in by harness.ts. */
declare var axe: typeof import('axe-core');

/** Put in by host.ts: a page of another system with a simulator in it, and what that tells. */
declare var simulator: Tuiyan.Simulator;
declare var told: { [Name in keyof Tuiyan.Events]: { event: Name; data: Tuiyan.Events[Name] } }[keyof Tuiyan.Events][];

/** Put in by embed.spec.ts. */
declare var element: Tuiyan.SimulatorElement;

/** What a page says over its port, of which messages.spec.ts looks at this. */
interface Heard {
  type: string;
  id: number | null;
  ok: boolean;
  result: { plan: string };
  error: { code: string; message: string };
}

/** The bare protocol in a host page: a frame, a port and what came over it. */
interface Line {
  frame: HTMLIFrameElement;
  port: MessagePort;
  said: Heard[];
  lastId: number;
  open(address: string): Promise<void>;
  send(target: Window, message: unknown, ports?: number, times?: number): Heard[];
  greet(): Promise<void>;
  response(matches: (id: number | null) => boolean, from: number): Promise<Heard>;
  answer(message: unknown): Promise<Heard>;
  plan(): Promise<string>;
  built(message: unknown, how: { at: string; text?: string; times?: number; depth?: number }): unknown;
  odd(kind: string): unknown;
}

/** Put in by messages.spec.ts. */
declare var line: Line;
declare var pause: (ms: number) => Promise<void>;

/** Put in by bench-page.mjs: the time when what has been changed by now is painted. */
declare var painted: () => Promise<number>;
/** Put in by soak.mjs: the memory of the program. */
declare var programMemory: WebAssembly.Memory;

/** Put in by single tests, which look later whether it is still the same. */
declare var inHand: Element;
declare var dragged: Element;
declare var copied: string[];
declare var ofDensity: MediaQueryList;
declare var meddle: () => void;
declare var isTheOneLeft: boolean;
declare var sameDocument: boolean;
