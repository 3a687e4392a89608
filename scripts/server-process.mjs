/** How the server's process is started: flags of Node and settings of the C library. */
// A young generation of 4 MB instead of 16 keeps an idle server 15 MB smaller, 25 MB after its first start.
export const serverFlags = ["--max-semi-space-size=4"];
// glibc keeps the 19 MiB of each password hash for itself unless it is told to give large blocks back.
export const serverMemory = { MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "2" };
