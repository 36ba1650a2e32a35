/**
 * What a command is: a name, and a list of sub-commands that each read as their own specification.
 *
 * Help, usage hints, the manifest and the reference are derived from these values; nothing registers itself.
 */
import type { z } from 'zod';
import type { CouncilStore, ReadingStore } from '../store/store.ts';
import type { Text } from '../text/text.ts';
import type { Reply } from './reply.ts';
import type { Scene } from './scene.ts';
import type { FetchFile } from './sentFile.ts';
import type { Survey } from './survey.ts';

export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly summary: Text;
  readonly subcommands: readonly AnySubcommand[];
  /** The same under short headings, where they are many. */
  readonly groups?: readonly CommandGroup[];
  /** Words that could mean several of them: asked, never guessed. */
  readonly unclear: readonly UnclearWord[];
  /** Names in kana that were not converted, with what they would be: understood, and told nowhere. */
  readonly readings?: Readonly<Record<string, string>>;
}

export interface CommandGroup {
  readonly title: Text;
  readonly subcommands: readonly AnySubcommand[];
}

/** A command whose sub-commands are told under headings. */
export const grouped = (
  command: Omit<Command, 'subcommands'> & { readonly groups: readonly CommandGroup[] },
): Command => ({ ...command, subcommands: command.groups.flatMap((one) => one.subcommands) });

export interface UnclearWord {
  readonly word: string;
  /** The lines that it could mean, without the command: `undo`, `decide {rest} withdraw`. `{rest}` is what followed. */
  readonly meanings: readonly { readonly line: string; readonly label: Text }[];
}

export type About<Subject> = { readonly subject: Subject } | { readonly refused: Reply };

export type Admission<Admitted> = { readonly admits: Admitted } | { readonly refused: Text };

/** Permission and type in one: what it admits is there inside `run`. */
export type Who<Subject, Admitted> = (scene: Scene, subject: Subject) => Admission<Admitted>;

export interface Subcommand<Args extends z.ZodObject, Subject, Admitted> {
  readonly name: string;
  /** Japanese names, the usual one first. */
  readonly alias: readonly [string, ...string[]];
  readonly summary: Text;
  /** 'act' changes something: one transaction, one audit entry, one effect however often delivered. */
  readonly effect: 'read' | 'act';
  readonly args: Args;
  /** The same words within a minute are meant: what is left to be done is looked at each time, and done once. */
  readonly repeats?: true;
  /** The word that says what it speaks of: once that is known, who may not is refused before a form opens. */
  readonly speaksOf?: string;
  /** Whether these words are answered by a form that holds what is remembered: where that takes long, it is waited for in an open modal. */
  opensForm?(said: z.infer<Args>): boolean;
  /** Words after the sub-command; a test runs each. */
  readonly examples: readonly string[];
  /**
   * What takes its time, before the one transaction begins and after everyone who may not was refused: gives what is said
   * with what was found out; where these words do nothing and only ask, `read` is the answer.
   */
  prepare?(
    said: z.infer<Args>,
    scene: Scene,
    store: ReadingStore,
    fetchFile: FetchFile,
    survey: Survey,
  ): Promise<{ readonly said: z.infer<Args> } | { readonly refused: Reply } | { readonly read: Reply }>;
  /** Finds what the words speak of; two possible subjects are asked back, none is refused with the nearest. */
  about(said: z.infer<Args>, scene: Scene, store: CouncilStore): Promise<About<Subject>>;
  readonly who: Who<Subject, Admitted>;
  run(
    said: z.infer<Args>,
    scene: Scene & { readonly subject: Subject } & Admitted,
    store: CouncilStore,
  ): Promise<Reply>;
}

/** A sub-command in a list, where its own types no longer matter. */
export interface AnySubcommand
  extends Omit<Subcommand<z.ZodObject, unknown, object>, 'about' | 'who' | 'run' | 'prepare'> {
  prepare?(
    said: unknown,
    scene: Scene,
    store: ReadingStore,
    fetchFile: FetchFile,
    survey: Survey,
  ): Promise<{ readonly said: unknown } | { readonly refused: Reply } | { readonly read: Reply }>;
  about(said: unknown, scene: Scene, store: CouncilStore): Promise<About<unknown>>;
  who(scene: Scene, subject: unknown): Admission<object>;
  run(said: unknown, scene: Scene & { readonly subject: unknown }, store: CouncilStore): Promise<Reply>;
}

/** Ties a sub-command's types together; what leaves is a plain value for a list. */
export const subcommand = <Args extends z.ZodObject, Subject, Admitted extends object>(
  spec: Subcommand<Args, Subject, Admitted>,
): AnySubcommand => spec as unknown as AnySubcommand;

/** For sub-commands that speak of nothing in particular. */
export const aboutNothing = async (): Promise<About<undefined>> => ({ subject: undefined });
