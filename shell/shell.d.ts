// Types of what the scripts of this folder share, offer to the program and the self-check, and are given by the build.
// `cargo xtask check` compares the scripts with them.

declare namespace Shell {
  /** A form of the program, from the fastest to the one that runs everywhere. */
  type FormName = 'simd' | 'mvp' | 'js';

  /** What `window.tuiyan` offers: start.js makes it, src/browser/shell.rs calls it; tests/it/shell.rs
   *  holds the two against each other. */
  interface Offered {
    /** The form that runs; none where there is none that this browser takes. */
    form: FormName | undefined;
    store: Store;
    /** An SVG document as a part of the page; nothing where it is not well-formed. */
    picture(text: string): Node | undefined;
    second: Second;
    guest: Guest;
    link: Link;
    /** Tells that the page is there with its first results. */
    shown(): void;
    /** Is told by the program why it is about to die. */
    panicked?(message: string): void;
    /** What the program offers to the self-check and the tests: src/bin/page.rs. */
    probes?: Record<Probe, () => string>;
  }

  type Probe = 'fingerprint' | 'panic' | 'overflow' | 'exhaust';

  // ---- The plans of this browser: store.js.

  /** One snapshot of a plan. */
  interface Entry {
    /** Which plan. */
    slot: string;
    /** When it was handed over, milliseconds since 1970; grows even where the clock is set back. */
    order: number;
    /** The plan's name. */
    name: string;
    /** The snapshot, sealed by the program: src/exchange/snapshot.rs. */
    text: string;
    /** Whether the plan is as it was opened: of no worth once another one is opened. */
    pristine?: boolean;
    /** Whether it was split off because another tab had written to the same plan. */
    copy?: boolean;
  }

  /** An entry of the list of plans. */
  interface Listed extends Entry {
    /** Whether its plan is in hand. */
    current: boolean;
  }

  /** Why a place did not keep something; `clash` where it has something newer. */
  type Refusal = 'full' | 'silent' | 'forbidden' | 'absent' | 'apart' | 'clash';

  /** What became of the newest snapshot. */
  type State =
    | 'nothing' | 'apart' | 'alone' | 'saving' | 'saved' | 'cleared'
    | 'full' | 'silent' | 'forbidden' | 'absent' | 'unreadable';

  interface Status {
    state: State;
    /** Of `saved`: the entry's order. */
    time: number;
    /** Whether another tab has the plan open as well. */
    elsewhere: boolean;
    /** Whether it goes on as a copy, since the plan that was opened has something newer. */
    copied: boolean;
  }

  /** What the program hands over: the plan's key, its name, its snapshot (none where it would not open again), and
   *  whether it was changed since it was opened. */
  type Offer = [key: string, name: string, text: string | undefined, isChanged: boolean];

  interface Store {
    /** A key for a plan that is not kept yet. */
    fresh(): string;
    /** The plan changed; it is asked for once that has come to rest. */
    changed(): void;
    /** Asks now for a change that has not come to rest. */
    hurry(): void;
    /** Goes on with an entry, under the key that is returned. */
    adopt(entry: Entry): string;
    /** The newest entry of each plan, newest first. */
    list(): Promise<Listed[]>;
    /** Of the plan in hand, newest first. */
    versions(): Promise<Entry[]>;
    /** What else is kept, where nothing that was found can be opened. */
    older(): Promise<Entry[]>;
    /** Removes a plan with all its versions. */
    remove(slot: string): Promise<void>;
    /** Goes on with the plan in hand as a copy. */
    copy(): void;
    /** Under which names anything is kept. */
    names(): Promise<string[]>;
    /** Removes all that is kept; says whether it went. */
    clear(): Promise<boolean>;
    /** Keeps the plan in hand again, after what was kept is gone. */
    resume(): void;
    /** The page is there with its first results. */
    shown(): void;
    /** Something else than the plan in hand is about to be opened. */
    trying(): void;
    /** What to open the page with, newest first. */
    found(): Entry[];
    /** Whom to ask for the plan; a later call replaces an earlier one. */
    source(asked: () => Offer | undefined): void;
    status(): Status;
    /** Whom to tell of every change of the status; a later call replaces an earlier one. */
    onStatus(listener: (status: Status) => void): void;
  }

  /** What ended the program: an entry and how often. */
  interface Crashes {
    slot: string;
    order: number;
    times: number;
  }

  // ---- The second part of the program: second.js.

  interface Second {
    state: 'here' | 'coming' | 'failed';
    /** Says whether it came. */
    ask(): Promise<boolean>;
  }

  // ---- The page around: guest.js. docs/嵌入.md states the protocol.

  interface Guest {
    /** The form that runs, once it was chosen. */
    form?: FormName;
    isConnected(): boolean;
    /** The program answers from now on: `ask` takes the text of a request. */
    start(version: string, ask: (text: string) => void): void;
    /** A file that a person saves; says whether it goes to the page around and to nowhere else. */
    offer(name: string, mime: string, base64: string): boolean;
    /** An answer or an event, as JSON. */
    tell(text: string): void;
  }

  interface Link {
    /** Whether the link that the page was opened with was left out, since the page ended on it before. */
    wasLeftOut(): boolean;
  }

  // ---- The program, as the build makes it.

  /** What stands in the place of `WebAssembly`. */
  interface Machine {
    Module: Function;
    Instance: Function;
    instantiate(bytes: BufferSource, imports: WebAssembly.Imports): Promise<Instantiated>;
  }

  interface Instantiated {
    module?: WebAssembly.Module;
    instance: { exports: WebAssembly.Exports };
  }

  /** Starts an instance from the bytes of its module, of which the form in JavaScript has none. */
  type Glue = (from: { module_or_path: Uint8Array | undefined }) => Promise<unknown>;

  interface Form {
    (machine: Machine): Glue;
    /** Of a form that is no WebAssembly. */
    machine?: Machine;
  }

  /** What may become the address of a script, and a picture: support.js. */
  interface Trusted {
    createScriptURL(address: string): string;
    createHTML(text: string): string;
  }

  /** What the self-check says of the release. */
  interface Release {
    version: string;
    build: string;
    model: string;
    components: string[];
  }
}

declare var tuiyan: Shell.Offered;
declare var tuiyanForms: Record<Shell.FormName, Shell.Form>;
declare var tuiyanTrusted: Shell.Trusted;
/** Opens the self-check, once shell/about/ is loaded. */
declare var tuiyanAbout: (() => void) | undefined;

/** Put in by the build. */
declare const RELEASE: Shell.Release;
/** Put in before machine.js by the build: makes an instance of the program in JavaScript. */
declare function program(imports: WebAssembly.Imports): WebAssembly.Exports;

/** Only in browsers that know Trusted Types, where a policy's results are objects that stand for the text. */
declare var trustedTypes: { createPolicy(name: string, policy: Shell.Trusted): Shell.Trusted } | undefined;

interface Document {
  /** Only in Internet Explorer. */
  readonly documentMode?: number;
}
