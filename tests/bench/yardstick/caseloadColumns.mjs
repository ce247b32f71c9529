/**
 * caseload-queue written by hand in JavaScript, as fast as its author could: one function, columns in typed arrays, no
 * object for an entity, a generator that is stepped, and an event list made for just this workload. The names are those of caseload.c
 * beside it, where the workload is described. It shows what the kernel's generality costs.
 *
 * Q: "heap" (binary heap, stale entries skipped) or "calendar" (calendar queue, entries really taken out).
 */

function build(C, P, Q, scale) {
  const K = P.K | 0,
    T = P.T,
    CAL = Q === "calendar";
  // ---- RNG (inlined here so that V8 sees constants) ----
  const S = new Int32Array(4);
  function u32() {
    const s0 = S[0],
      s1 = S[1],
      s2 = S[2],
      s3 = S[3],
      a = (s0 + s3) | 0,
      r = (((a << 7) | (a >>> 25)) + s0) | 0;
    const x2 = s2 ^ s0,
      x3 = s3 ^ s1;
    S[1] = s1 ^ x2;
    S[0] = s0 ^ x3;
    S[2] = x2 ^ (s1 << 9);
    S[3] = (x3 << 11) | (x3 >>> 21);
    return r;
  }
  function uni() {
    return ((u32() >>> 5) * 67108864 + (u32() >>> 6)) * (1 / 9007199254740992);
  }
  function seed(s) {
    for (let i = 0; i < 4; i++) {
      s = (s + 0x9e3779b9) | 0;
      let t = s ^ (s >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      S[i] = t ^ (t >>> 15);
    }
  }
  const expo = (m) => -m * Math.log(1 - uni());

  // ---- state. Entities: 0 arrivals, 1 tick, 2..C+1 post w filled, B.. patients; each has at most one pending event ----
  const B = C + 2;
  const cap = 4096 * Math.ceil(C / 7) * scale;
  const left = new Int32Array(cap),
    slot = new Int32Array(cap),
    prev = new Int32Array(cap),
    next = new Int32Array(cap),
    stage = new Uint8Array(cap),
    first = new Uint8Array(cap),
    svc = new Uint8Array(cap),
    t0 = new Float64Array(cap);
  const et = new Float64Array(cap),
    day = new Int32Array(cap),
    ep = new Int32Array(cap),
    en = new Int32Array(cap),
    on = new Uint8Array(cap); // calendar
  const G = new Float64Array(4),
    N = new Int32Array(8); // G[0]=now, G[1]=sum of waits; N: 0 heap size, 1 entities, 2 free entity, 3 current day
  const st = new Float64Array(7);
  const WN = 0,
    WR = 1,
    CO = 2,
    HE = 3,
    SV = 4;
  // lists: 0 new, 1 returned, 2..5 services
  const lh = new Int32Array(6),
    lt = new Int32Array(6),
    ll = new Int32Array(6),
    idle = new Int32Array(4);
  const slotpat = new Int32Array(C * K),
    slp = new Int32Array(C * K),
    sln = new Int32Array(C * K),
    F = new Int32Array(2);
  const wx = new Float64Array(C),
    wp = new Uint8Array(C),
    wl = new Int32Array(C);
  // ---- future event list ----
  const hc = 2 * cap,
    ht = new Float64Array(hc),
    hi = new Int32Array(hc);
  function hpush(t, id) {
    let i = ++N[0];
    if (i + 2 >= hc) throw FULL;
    const A = ht,
      I = hi;
    A[i + 1] = Infinity;
    et[id] = t;
    while (i > 1) {
      const p = i >> 1,
        q = A[p];
      if (q <= t) break;
      A[i] = q;
      I[i] = I[p];
      i = p;
    }
    A[i] = t;
    I[i] = id;
  }
  function hpop() {
    // leaves the time in G[0]; returns the entity or -1 for a stale entry (its time is not its entity's time)
    const A = ht,
      I = hi,
      n = N[0],
      id = I[1],
      t = A[1],
      e = A[n],
      ei = I[n];
    G[0] = t;
    A[n] = Infinity;
    N[0] = n - 1;
    let i = 1,
      c = 2;
    while (c < n) {
      let x = A[c];
      const y = A[c + 1];
      if (y < x) {
        x = y;
        c++;
      }
      if (x >= e) break;
      A[i] = x;
      I[i] = I[c];
      i = c;
      c = 2 * i;
    }
    if (n > 1) {
      A[i] = e;
      I[i] = ei;
    }
    return et[id] !== t ? -1 : id;
  }
  const RATE = (320 * C) / 7;
  let nb = 1024;
  while (nb < 400 * C) nb *= 2;
  const MASK = nb - 1,
    bk = new Int32Array(CAL ? nb : 1);
  function cunlink(i) {
    const p = ep[i],
      x = en[i];
    if (p >= 0) en[p] = x;
    else bk[day[i] & MASK] = x;
    if (x >= 0) ep[x] = p;
    on[i] = 0;
  }
  function cput(i, t) {
    if (on[i]) cunlink(i);
    const d = Math.trunc(t * RATE) | 0,
      h = bk[d & MASK];
    et[i] = t;
    day[i] = d;
    ep[i] = -1;
    en[i] = h;
    if (h >= 0) ep[h] = i;
    bk[d & MASK] = i;
    on[i] = 1;
  }
  function cpop() {
    for (let d = N[3]; ; d++) {
      let best = -1,
        m = Infinity;
      for (let i = bk[d & MASK]; i >= 0; i = en[i])
        if (day[i] === d && et[i] < m) {
          m = et[i];
          best = i;
        }
      if (best >= 0) {
        N[3] = d;
        G[0] = m;
        cunlink(best);
        return best;
      }
    }
  }
  const sched = CAL ? (i, dt) => cput(i, G[0] + dt) : (i, dt) => hpush(G[0] + dt, i);
  const unsched = CAL
    ? (i) => {
        if (on[i]) cunlink(i);
      }
    : (i) => {
        et[i] = -1;
      };
  const pop = CAL ? cpop : hpop;
  // ---- lists ----
  function ladd(l, p) {
    const t = lt[l];
    prev[p] = t;
    next[p] = -1;
    if (t >= 0) next[t] = p;
    else lh[l] = p;
    lt[l] = p;
    ll[l]++;
  }
  function ldel(l, p) {
    const a = prev[p],
      b = next[p];
    if (a >= 0) next[a] = b;
    else lh[l] = b;
    if (b >= 0) prev[b] = a;
    else lt[l] = a;
    ll[l]--;
  }
  function fadd(s) {
    const t = F[1];
    slp[s] = t;
    sln[s] = -1;
    if (t >= 0) sln[t] = s;
    else F[0] = s;
    F[1] = s;
  }
  function fdel(s) {
    const a = slp[s],
      b = sln[s];
    if (a >= 0) sln[a] = b;
    else F[0] = b;
    if (b >= 0) slp[b] = a;
    else F[1] = a;
  }
  function fresh() {
    let p = N[2];
    if (p >= 0) {
      N[2] = next[p];
      return p;
    }
    p = N[1]++;
    if (p === cap) throw FULL;
    on[p] = 0;
    return p;
  }
  function kill(p) {
    unsched(p);
    next[p] = N[2];
    N[2] = p;
  }
  // ---- model ----
  function freeslot(s) {
    slotpat[s] = -1;
    wl[(s / K) | 0]--;
    const l = ll[1] > 0 ? 1 : ll[0] > 0 ? 0 : -1;
    if (l >= 0) {
      const p = lh[l];
      ldel(l, p);
      accept(p, s);
    } else fadd(s);
  }
  function startservice(p, q) {
    const s = slot[p];
    stage[p] = SV;
    svc[p] = q;
    slot[p] = -1;
    st[5]++;
    sched(p, expo(P.svc));
    freeslot(s);
  }
  function enter(p) {
    const q = u32() >>> 30;
    if (idle[q] > 0) {
      idle[q]--;
      startservice(p, q);
    } else {
      stage[p] = HE;
      svc[p] = q;
      ladd(2 + q, p);
      sched(p, expo(P.hold));
    }
  }
  function accept(p, s) {
    if (first[p] === 1) {
      first[p] = 0;
      st[0]++;
      G[1] += G[0] - t0[p];
    }
    slot[p] = s;
    slotpat[s] = p;
    wl[(s / K) | 0]++;
    stage[p] = CO;
    st[3]++;
    if (left[p] > 0) left[p]--;
    if (left[p] === 0) enter(p);
    else sched(p, expo(P.gap));
  }
  function leave(w) {
    st[4]++;
    wp[w] = 0;
    for (let j = 0; j < K; j++) {
      const s = w * K + j,
        p = slotpat[s];
      if (p < 0) {
        fdel(s);
        continue;
      }
      if (stage[p] === HE) ldel(2 + svc[p], p);
      slotpat[s] = -1;
      slot[p] = -1;
      stage[p] = WR;
      ladd(1, p);
      sched(p, expo(P.patience));
    }
    wl[w] = 0;
    sched(2 + w, expo(P.vac));
    while (F[0] >= 0 && ll[1] > 0) {
      const p = lh[1],
        s = F[0];
      ldel(1, p);
      fdel(s);
      accept(p, s);
    }
  }
  const pg = 1 / P.nmean,
    lq = Math.log(1 - pg);
  function run(sd) {
    seed(sd);
    G[0] = 0;
    G[1] = 0;
    N[0] = 0;
    N[1] = B;
    N[2] = -1;
    N[3] = 0;
    st.fill(0);
    lh.fill(-1);
    lt.fill(-1);
    ll.fill(0);
    idle.fill(P.servers);
    F.fill(-1);
    bk.fill(-1);
    on.fill(0);
    wx.fill(0);
    wp.fill(1);
    wl.fill(0);
    slotpat.fill(-1);
    ht[1] = Infinity;
    for (let j = 0; j < K; j++) for (let w = 0; w < C; w++) fadd(w * K + j);
    sched(0, expo(1 / P.lambda));
    sched(1, 1);
    for (;;) {
      const i = pop();
      if (i < 0) continue;
      const now = G[0];
      if (now >= T) break;
      if (i >= B) {
        st[6]++;
        switch (stage[i]) {
          case WN:
          case WR:
            st[2]++;
            ldel(stage[i], i);
            kill(i);
            break;
          case CO:
            st[3]++;
            if (--left[i] === 0) enter(i);
            else sched(i, expo(P.gap));
            break;
          case HE:
            st[3]++;
            sched(i, expo(P.hold));
            break;
          case SV: {
            const q = svc[i];
            kill(i);
            if (ll[2 + q] > 0) {
              const h = lh[2 + q];
              ldel(2 + q, h);
              startservice(h, q);
            } else idle[q]++;
            break;
          }
        }
      } else if (i === 0) {
        st[6]++;
        sched(0, expo(1 / P.lambda));
        const p = fresh();
        t0[p] = now;
        first[p] = 1;
        left[p] = pg >= 1 ? 1 : 1 + Math.floor(Math.log(1 - uni()) / lq);
        if (F[0] >= 0) {
          const s = F[0];
          fdel(s);
          accept(p, s);
        } else {
          stage[p] = WN;
          ladd(0, p);
          sched(p, expo(P.patience));
        }
      } else if (i === 1) {
        st[6] += C;
        sched(1, 1);
        for (let w = 0; w < C; w++)
          if (wp[w] === 1) {
            const d = wl[w] / K - 0.8;
            wx[w] += P.a * (d > 0 ? d : 0) - P.b * wx[w];
            if (uni() < 1 - Math.exp(-P.h0 * Math.exp(P.k * wx[w]))) leave(w);
          }
      } else {
        const w = i - 2;
        st[6]++;
        wp[w] = 1;
        wx[w] = 0;
        wl[w] = K;
        for (let j = 0; j < K; j++) freeslot(w * K + j);
      }
    }
    st[1] = st[0] > 0 ? G[1] / st[0] : 0;
    return st;
  }
  return run;
}

const FULL = new RangeError("capacity");
/**
 * Makes the function that runs one replication from a seed and gives its counts, events last. Capacities are constants,
 * which V8 likes; a replication that outgrows them is run again, from its seed, with twice the room.
 */
export function makeCaseload(C, Q = "heap") {
  const P = paramsFor(C);
  let scale = 1;
  let run = build(C, P, Q, scale);
  return (seed) => {
    for (;;) {
      try {
        return run(seed);
      } catch (e) {
        if (e !== FULL) throw e;
        scale *= 2;
        run = build(C, P, Q, scale);
      }
    }
  };
}

/** The defaults for c link workers, as in caseload.c. */
function paramsFor(c) {
  return {
    lambda: 5 * c,
    K: 30,
    patience: 26,
    nmean: 8,
    gap: 2,
    hold: 3,
    servers: Math.floor((30 * c) / 7 + 0.5),
    svc: 8,
    a: 0.25,
    b: 0.05,
    h0: 0.005,
    k: 1,
    vac: 12,
    T: 260,
  };
}
