/**
 * Levers, as docs/model.md, section 7.10, has them, except for holding functions: in which order their patients go on
 * when one is switched, the document leaves open.
 */
import { allocate, reckon } from "./allocation";
import { closePost, departWhenFree, openPost } from "./leaving";
import type { Post } from "./people";
import { offerPlaces } from "./services";
import { inPost, type World } from "./world";

/** Puts into force, at a day's end, every stage whose time has come. */
export function changeLevers(world: World): void {
  const { stages, weekZero, events } = world;
  const isDue = (stage: number) => stages[stage]?.fromDay + weekZero <= events.now;
  while (isDue(world.stage + 1)) {
    world.params = stages[++world.stage].params;
    setPosts(world);
    for (const worker of inPost(world)) reckon(world, worker);
    for (const service of world.services) offerPlaces(world, service);
    allocate(world);
  }
}

/** Opens vacancies, or closes posts, until there are as many as there are to be. */
function setPosts(world: World): void {
  const lasting = () => world.posts.filter(({ exists, closes }) => exists && !closes);
  const wanted = world.params.team.linkWorkers;
  while (lasting().length < wanted) addPost(world);
  while (lasting().length > wanted) {
    const post = leastMissed(lasting());
    post.closes = true;
    if (post.holder === null) closePost(world, post);
    else departWhenFree(world, post.holder);
  }
}

/** A new post, or else one that was about to close stays. */
function addPost(world: World): void {
  const missing = world.posts.find(({ exists }) => !exists);
  if (missing !== undefined) return openPost(world, missing);
  const reprieved = world.posts.find(({ closes }) => closes)!;
  reprieved.closes = false;
  const holder = reprieved.holder!;
  holder.leavesAfterContact = holder.noticeEnds <= world.events.now;
}

/** A vacant post, else that of whoever came last. */
function leastMissed(posts: readonly Post[]): Post {
  const since = ({ holder }: Post) => holder?.since ?? Number.POSITIVE_INFINITY;
  const vacant = posts.find(({ holder }) => holder === null);
  return vacant ?? posts.reduce((newest, post) => (since(post) >= since(newest) ? post : newest));
}
