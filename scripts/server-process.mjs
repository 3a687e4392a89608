// The server's process is started with these settings of the C library; Node's own stay as they are: a young generation of
// 4 MB instead of 16 keeps an idle server 15 MB smaller, and makes each token request a third dearer.
// glibc keeps the 19 MiB of each password hash for itself unless it is told to give large blocks back.
export const serverMemory = { MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "2" };
