// Types of embed.js, which sets the global `Tuiyan` and the element `tuiyan-simulator`.
//   /// <reference path="embed.d.ts" />

declare namespace Tuiyan {
  /** Of this script. */
  const version: string;

  /**
   * Puts a simulator into `place`, an element of the document or a selector, and resolves when the page has greeted.
   * @throws TypeError when there is no such place, or `src` is missing where it is needed.
   * @throws TuiyanError `not-allowed` when the page did not accept this origin, `not-reachable` when it did not open,
   *   `destroyed` when it was removed before.
   */
  function embed(place: Element | string, options?: Options): Promise<Simulator>;

  interface Options {
    /** Address of the page; by default index.html in the folder above this script. */
    src?: string;
    /** Id of a city to begin with, such as `yiyang-2020`. */
    city?: string;
    /** Which scenario to take in hand: its place in the strip, 1 being 现状延续. */
    scenario?: number | string;
    view?: View;
    /** Parts of the page to leave out; as text with commas between. */
    hide?: readonly Part[] | string;
    lang?: Language;
    theme?: Theme;
    size?: Size;
    /** People can look at everything and change nothing; nothing is kept in the browser. */
    readonly?: boolean;
    /** `host`: the page keeps nothing in the browser; what `autosave` brings is for the host to keep. */
    storage?: 'browser' | 'host';
    /** A shared link's part from `#` on. */
    link?: string;
    /** `host`: files that a person saves in the page come as `export` and are not downloaded. */
    exports?: 'page' | 'host';
    /** CSS px, or `auto` (the default): as high as the page, from 200 to 8000 px. */
    height?: 'auto' | number | string;
    /** Title of the frame, which screen readers say. */
    label?: string;
    /** Puts the page into a sandbox without origin; for tuiyan.html. */
    sandbox?: boolean;
    /** Milliseconds to wait for the page; 30 000 by default. */
    timeout?: number;
  }

  type View = 'board' | 'compare' | 'targets' | 'explain' | 'data' | 'output';
  type Part =
    | 'head' | 'screens' | 'history' | 'look' | 'language' | 'help' | 'city' | 'scenarios' | 'levers' | 'side' | 'files'
    | 'foot';
  type Language = 'zh-CN' | 'en';
  type Theme = 'auto' | 'light' | 'dark' | 'contrast';
  type Size = 'normal' | 'large' | 'projector';
  /** The plan file, tables as CSV, the summary as text, everything as a ZIP archive, or a chart as SVG: `chart-1` … */
  type Format =
    | 'plan' | 'targets' | 'indicators' | 'scenarios' | 'levers' | 'budget' | 'figures' | 'summary' | 'pack' | string;

  interface Simulator {
    readonly frame: HTMLIFrameElement;
    /** Of the page; undefined until it has greeted. */
    readonly version: string | undefined;
    readonly protocol: 1;
    /** Which form of the program runs. */
    readonly form: 'simd' | 'mvp' | 'js' | undefined;
    /** Resolves when the page has greeted; another promise after the frame was loaded anew. */
    readonly ready: Promise<void>;

    getPlan(): Promise<{ revision: number; plan: string }>;
    /** The text of a plan file, or a city to start with. Also of a page that is `readonly` for people. */
    setPlan(plan: string | { city: string }): Promise<{ revision: number; warnings: string[] }>;
    /** All of the 1 to 200 changes, or none. */
    patch(changes: readonly Change[]): Promise<{ revision: number }>;
    getProjection(): Promise<Projection>;
    /** The file that the page would save; its name is the file's. */
    exportAs(format: Format): Promise<File>;
    setTheme(theme: Theme): Promise<void>;
    setLanguage(language: Language): Promise<void>;

    /** Calls `listener` at each event; the function that comes back ends that. */
    on<Name extends keyof Events>(event: Name, listener: (data: Events[Name]) => void): () => void;
    /** Removes the frame; calls that wait are rejected. */
    destroy(): void;
  }

  /** One change of the plan. Values are in the unit of the lever, assumption or target. */
  type Change =
    /** Of one year, or of all; null: as at present. In 现状延续 it makes a new scenario, as on the page. */
    | { lever: string; value: number | null; year?: number }
    /** null: as the region has it. */
    | { assumption: string; year: number; value: number | null }
    /** 元; null: no ceiling. */
    | { ceiling: number | null }
    /** Takes this scenario in hand: its place in the strip, 1 being 现状延续. */
    | { scenario: number }
    | { target: string; value: number };

  /** Numbers are in the unit named beside them, names in the page's language; null is what cannot be computed. */
  interface Projection {
    revision: number;
    city: string;
    city_name: string;
    plan_name: string;
    base_year: number;
    plan_year: number;
    /** In hand: its place in the strip, and its name. */
    scenario: { number: number; name: string };
    /** Draws that the figures rest on. */
    draws: number;
    /** The simulated years; lists of figures have one for each. */
    years: number[];
    indicators: Indicator[];
    targets: Target[];
    /** Chances, from 0 to 1: from `met` on a light is green, from `near` on yellow, red below; the rest is what a verb
     * needs. */
    thresholds: { met: number; near: number; ensure: number; strive: number; effort: number };
    levers: Lever[];
    /** Municipal cash of the levers. */
    cost: { unit: '元'; median: (number | null)[]; ceiling: number | null;
        /** Tax that the city does not collect, by year; no part of `median` and under no ceiling. */
        forgone: number[] };
  }

  interface Indicator {
    id: string;
    name: string;
    unit: string;
    /** Of the base year. */
    base: number | null;
    median: (number | null)[];
    /** 10th percentile. */
    low: (number | null)[];
    /** 90th percentile. */
    high: (number | null)[];
    /** Median of 现状延续. */
    outlook: (number | null)[];
  }

  interface Target {
    id: string;
    name: string;
    /** What the target asks for, in words. */
    asks: string;
    unit: string;
    /** 底线值. */
    value: number;
    year: number;
    /** Expected in that year. */
    median: number | null;
    low: number | null;
    high: number | null;
    /** Of reaching the value, from 0 to 1; and the same in 现状延续. */
    probability: number | null;
    outlook_probability: number | null;
    /** Read from `probability`: see `thresholds`. */
    light: 'green' | 'yellow' | 'red' | null;
    /** The plan's own verb, 确保, 力争 or 努力, the chance that it needs, and whether `probability` is enough for it. */
    word: 'ensure' | 'strive' | 'effort' | null;
    word_chance: number | null;
    word_fits: boolean | null;
    /** Whether 现状延续 reaches the value with the chance that 确保 needs. */
    unaided: boolean | null;
    /** Why there is no verdict. */
    reason: string | null;
  }

  interface Lever {
    id: string;
    name: string;
    unit: string;
    minimum: number;
    maximum: number;
    present: number;
    /** Of each simulated year. */
    setting: number[];
  }

  interface Events {
    /** The page has greeted: at first, and after each time that it was loaded anew. */
    ready: { version: string; protocol: 1; form: 'simd' | 'mvp' | 'js' };
    /** At most ten a second; `dirty`: other than as opened or last set. */
    change: { revision: number; source: 'person' | 'host'; dirty: boolean };
    /** Half a second after the last change: what to keep. */
    autosave: { revision: number; plan: string };
    /** A file that a person saved, with `exports: 'host'`. */
    export: { file: File };
    /** CSS px. */
    resize: { height: number };
    error: { code: string; message: string; recoverable: boolean };
  }

  /** What a call is rejected with. */
  interface TuiyanError extends Error {
    name: 'TuiyanError';
    code:
      /** Of the page. */
      | 'shape' | 'too-large' | 'too-many' | 'method' | 'params' | 'plan' | 'export' | 'stopped'
      /** Of this side. */
      | 'not-allowed' | 'not-reachable' | 'reloaded' | 'destroyed' | 'timeout';
    /** Place in what was sent, such as `changes[2].value`. */
    at?: string;
    /** Of `plan`: what is wrong with it. */
    diagnostics?: string[];
  }

  /** `<tuiyan-simulator>`: the options as attributes, the events as `tuiyan-…`. */
  interface SimulatorElement extends HTMLElement {
    readonly simulator: Promise<Simulator>;
  }
}

interface Window {
  readonly Tuiyan: typeof Tuiyan;
}

interface HTMLElementTagNameMap {
  'tuiyan-simulator': Tuiyan.SimulatorElement;
}

interface HTMLElementEventMap {
  'tuiyan-ready': CustomEvent<Tuiyan.Events['ready']>;
  'tuiyan-change': CustomEvent<Tuiyan.Events['change']>;
  'tuiyan-autosave': CustomEvent<Tuiyan.Events['autosave']>;
  'tuiyan-export': CustomEvent<Tuiyan.Events['export']>;
  'tuiyan-resize': CustomEvent<Tuiyan.Events['resize']>;
  'tuiyan-error': CustomEvent<Tuiyan.Events['error']>;
}
