/* The limit: graph/analytics/paths.py as a small C program, with nothing around it.
 *
 * limit NETWORK < PAIRS > ANSWERS.  NETWORK is what bench/limit.py dumps: people and ties as int64; then offsets
 * (int64, people + 1), ends (int32) and strengths (double) of the ties forward, the same backward, and the factor of
 * every person in the middle (double); the ties of a row strongest first, so that a row can be left half way.  PAIRS
 * are two positions a line.  An answer is one line: nanoseconds by the monotonic clock, then per route "; value" and
 * its people.  Same values in the same order of multiplication as the kernel, rounded to twelve decimals, so that the
 * routes must be the same ones, also where values are equal.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUTES = 3, MOST = 5 };
static const double DECAY = 0.7, LEAST = 0.01, SLACK = 1.0 - 1e-9;

typedef struct { int64_t *begin; int32_t *end; double *strength; } Rows;
typedef struct { int32_t person; double value; } Near;           /* a neighbour of an end, and the value so far */
typedef struct { int32_t near; int32_t next; double value; } Half; /* the second half of a long route, in a chain */
typedef struct { int length; int32_t people[MOST]; double value; } Route;

static int64_t people, ties;
static Rows out, in;
static double *factor;
static double *late;         /* per person: value of the last tie into the target, 0 for none */
static double *best_half;    /* per person: the best second half that begins there */
static int32_t *chain;       /* per person: its first second half, -1 for none */
static unsigned char *used;
static Near *first, *last;
static int64_t firsts, lasts;
static Half *halves;
static int64_t half_count, half_room;
static int32_t *touched;
static int64_t touched_count;

static void *room(size_t count, size_t size) {
    void *given = calloc(count ? count : 1, size);
    if (!given) { fputs("limit: out of memory\n", stderr); exit(2); }
    return given;
}

static void *take(FILE *from, size_t count, size_t size) {
    void *given = room(count, size);
    if (fread(given, size, count, from) != count) { fputs("limit: the network ends too early\n", stderr); exit(2); }
    return given;
}

static Rows take_rows(FILE *from) {
    Rows rows;
    rows.begin = take(from, (size_t)people + 1, sizeof(int64_t));
    rows.end = take(from, (size_t)ties, sizeof(int32_t));
    rows.strength = take(from, (size_t)ties, sizeof(double));
    return rows;
}

static double rounded(double value) { return rint(value * 1e12) / 1e12; }

static int strongest_first(const void *one, const void *other) {
    double a = ((const Near *)one)->value, b = ((const Near *)other)->value;
    return (a < b) - (a > b);
}

/* Who comes first in a list of people, as Python compares tuples. */
static int earlier(const Route *one, const Route *other) {
    for (int at = 0; at < one->length && at < other->length; at++)
        if (one->people[at] != other->people[at]) return one->people[at] < other->people[at];
    return one->length < other->length;
}

static void offer(Route *best, double value, int length, int32_t a, int32_t b, int32_t c, int32_t d, int32_t e) {
    Route route = {length, {a, b, c, d, e}, rounded(value)};
    if (route.value < LEAST) return;
    if (route.value > best->value || (route.value == best->value && earlier(&route, best))) *best = route;
}

static double bound(const Route *best) { return (best->value > LEAST ? best->value : LEAST) * SLACK; }

static void long_routes(Route *best, int32_t start, int32_t target, double first_most) {
    double most = 0.0;
    half_count = touched_count = 0;
    for (int64_t j = 0; j < lasts; j++) {
        double value = last[j].value * DECAY;
        int32_t c = last[j].person;
        if (used[c]) continue;
        if (value * first_most * DECAY * DECAY < bound(best)) break;
        for (int64_t t = in.begin[c]; t < in.begin[c + 1]; t++) {
            double half = value * in.strength[t];
            int32_t b = in.end[t];
            if (half * first_most * DECAY * DECAY < bound(best)) break;
            if (b == start || b == target || used[b] || factor[b] <= 0.0) continue;
            if (chain[b] < 0) { touched[touched_count++] = b; best_half[b] = 0.0; }
            if (half_count == half_room) {
                half_room = half_room ? 2 * half_room : 1024;
                halves = realloc(halves, (size_t)half_room * sizeof(Half));
                if (!halves) { fputs("limit: out of memory\n", stderr); exit(2); }
            }
            halves[half_count] = (Half){c, chain[b], half};
            chain[b] = (int32_t)half_count++;
            if (half > best_half[b]) best_half[b] = half;
            if (half > most) most = half;
        }
    }
    for (int64_t i = 0; i < firsts && most > 0.0; i++) {
        double value = first[i].value * DECAY;
        int32_t a = first[i].person;
        if (used[a]) continue;
        if (value * DECAY * most < bound(best)) break;
        for (int64_t t = out.begin[a]; t < out.begin[a + 1]; t++) {
            double half = value * out.strength[t];
            int32_t b = out.end[t];
            if (half * DECAY * most < bound(best)) break;
            if (chain[b] < 0) continue;
            half = half * factor[b] * DECAY;
            if (half * best_half[b] < bound(best)) continue;
            for (int32_t k = chain[b]; k >= 0; k = halves[k].next)
                if (halves[k].near != a && half * halves[k].value >= bound(best))
                    offer(best, half * halves[k].value, 5, start, a, b, halves[k].near, target);
        }
    }
    for (int64_t k = 0; k < touched_count; k++) chain[touched[k]] = -1;
}

static Route best_route(int32_t start, int32_t target, double direct) {
    Route best = {0, {0}, 0.0};
    double first_most = 0.0, last_most = lasts ? last[0].value : 0.0;
    if (direct > 0.0) offer(&best, direct, 2, start, target, 0, 0, 0);
    for (int64_t i = 0; i < firsts; i++) {
        double value = first[i].value;
        int32_t a = first[i].person;
        if (used[a]) continue;
        if (value > first_most) first_most = value;
        if (late[a] > 0.0) offer(&best, value * DECAY * late[a], 3, start, a, target, 0, 0);
    }
    for (int64_t i = 0; i < firsts; i++) {
        double value = first[i].value * DECAY;
        int32_t a = first[i].person;
        if (used[a]) continue;
        if (value * DECAY * last_most < bound(&best)) break;
        for (int64_t t = out.begin[a]; t < out.begin[a + 1]; t++) {
            double half = value * out.strength[t];
            int32_t b = out.end[t];
            if (half * DECAY * last_most < bound(&best)) break;
            if (late[b] > 0.0 && !used[b] && b != start)
                offer(&best, half * DECAY * (late[b] * factor[b]), 4, start, a, b, target, 0);
        }
    }
    long_routes(&best, start, target, first_most);
    return best;
}

static int answer(int32_t start, int32_t target, Route *found) {
    double direct = 0.0;
    int count = 0;
    firsts = lasts = 0;
    for (int64_t t = out.begin[start]; t < out.begin[start + 1]; t++) {
        int32_t a = out.end[t];
        if (a == target) direct = out.strength[t];
        else if (factor[a] > 0.0) first[firsts++] = (Near){a, out.strength[t] * factor[a]};
    }
    for (int64_t t = in.begin[target]; t < in.begin[target + 1]; t++) {
        int32_t c = in.end[t];
        if (c == start || factor[c] <= 0.0) continue;
        late[c] = in.strength[t];
        last[lasts++] = (Near){c, in.strength[t] * factor[c]};
    }
    qsort(first, (size_t)firsts, sizeof(Near), strongest_first);
    qsort(last, (size_t)lasts, sizeof(Near), strongest_first);
    while (count < ROUTES) {
        Route route = best_route(start, target, direct);
        if (!route.length) break;
        if (route.length == 2) direct = 0.0;
        for (int at = 1; at < route.length - 1; at++) used[route.people[at]] = 1;
        found[count++] = route;
    }
    for (int at = 0; at < count; at++)
        for (int middle = 1; middle < found[at].length - 1; middle++) used[found[at].people[middle]] = 0;
    for (int64_t j = 0; j < lasts; j++) late[last[j].person] = 0.0;
    return count;
}

int main(int argc, char **argv) {
    FILE *network = argc == 2 ? fopen(argv[1], "rb") : NULL;
    int64_t header[2];
    long start, target;
    if (!network || fread(header, sizeof(int64_t), 2, network) != 2) {
        fputs("usage: limit NETWORK < PAIRS\n", stderr);
        return 2;
    }
    people = header[0];
    ties = header[1];
    out = take_rows(network);
    in = take_rows(network);
    factor = take(network, (size_t)people, sizeof(double));
    fclose(network);
    late = room((size_t)people, sizeof(double));
    best_half = room((size_t)people, sizeof(double));
    chain = room((size_t)people, sizeof(int32_t));
    used = room((size_t)people, 1);
    first = room((size_t)people, sizeof(Near));
    last = room((size_t)people, sizeof(Near));
    touched = room((size_t)people, sizeof(int32_t));
    for (int64_t person = 0; person < people; person++) chain[person] = -1;
    while (scanf("%ld %ld", &start, &target) == 2) {
        Route found[ROUTES];
        struct timespec begin, end;
        if (start < 0 || target < 0 || start >= people || target >= people || start == target) return 3;
        clock_gettime(CLOCK_MONOTONIC, &begin);
        int count = answer((int32_t)start, (int32_t)target, found);
        clock_gettime(CLOCK_MONOTONIC, &end);
        printf("%lld", (long long)(end.tv_sec - begin.tv_sec) * 1000000000LL + (end.tv_nsec - begin.tv_nsec));
        for (int at = 0; at < count; at++) {
            printf("; %.17g", found[at].value);
            for (int person = 0; person < found[at].length; person++) printf(" %d", found[at].people[person]);
        }
        putchar('\n');
        fflush(stdout);
    }
    return 0;
}
