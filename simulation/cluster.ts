/** The server processes, and the two ways to hurt them: death without warning, and connections that are cut. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type Answer, type NodeGiven, type Request, ServerNode } from './server-node.ts';

export class Cluster {
  readonly #nodes: ServerNode[];
  readonly #adminPool: Pool;
  /** What is to happen to whom as soon as the next request is with it. */
  #fuses: { node: number | 'database'; ms: number }[] = [];
  #burning: Promise<void>[] = [];

  constructor(size: number, given: NodeGiven, adminPool: Pool) {
    this.#nodes = Array.from({ length: size }, () => new ServerNode(given));
    this.#adminPool = adminPool;
  }

  get size(): number {
    return this.#nodes.length;
  }

  async start(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.start()));
  }

  /** Undefined when the process is down or goes down before it answers. */
  ask(node: number, request: Request): Promise<Answer | undefined> {
    const answering = this.#node(node).ask(request);
    for (const fuse of this.#fuses.splice(0)) {
      if (fuse.node === 'database' || fuse.node === node) this.#burning.push(this.#burn(fuse));
      else this.#fuses.push(fuse);
    }
    return answering;
  }

  /** Kills the process `ms` real milliseconds after its next request came in. */
  killSoon(node: number, ms: number): void {
    this.#fuses.push({ node, ms });
  }

  /** Cuts every connection to the database `ms` real milliseconds after the next request came in. */
  cutSoon(ms: number): void {
    this.#fuses.push({ node: 'database', ms });
  }

  /** Waits for what is burning; call between two instants. */
  async settle(): Promise<void> {
    await Promise.all(this.#burning.splice(0));
  }

  /** Starts the process again; one that still lives is killed first. */
  async restart(node: number): Promise<void> {
    this.#fuses = this.#fuses.filter((fuse) => fuse.node !== node);
    await this.#node(node).kill();
    await this.#node(node).start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.stop()));
  }

  async #burn({ node, ms }: { node: number | 'database'; ms: number }): Promise<void> {
    await sleep(ms);
    if (node !== 'database') return this.#node(node).kill();
    await this.#adminPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'tandem%' and application_name not like 'tandem-test%'",
    );
  }

  #node(index: number): ServerNode {
    const node = this.#nodes[index];
    if (node === undefined) throw new Error(`There is no server process ${index}`);
    return node;
  }
}
