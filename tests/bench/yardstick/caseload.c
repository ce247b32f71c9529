/* caseload-queue: a careful C program, the yardstick of `npm run bench`, which compiles it where a compiler is there.
   Written for this project; the same workload in TypeScript, on the model's kernel, is ../caseloadQueue.ts, where it is described.
   cc -O3 -march=native -o caseload caseload.c -lm
   Variants: -DARITY=4 (d-ary heap), -DZIG (ziggurat exponential), -DCAL (calendar queue; its bucket width is fitted to this workload)
   usage: caseload REPS C SEED [key=value ...]  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#ifndef WASM
#include <stdio.h>
#include <time.h>
#endif
#ifndef ARITY
#define ARITY 2
#endif
typedef uint64_t u64; typedef uint32_t u32; typedef int32_t i32;

/* ---------- RNG: xoshiro256++ seeded by splitmix64 ---------- */
static u64 s0,s1,s2,s3;
static inline u64 rotl(u64 x,int k){return (x<<k)|(x>>(64-k));}
static inline u64 rnd(void){u64 r=rotl(s0+s3,23)+s0,t=s1<<17;s2^=s0;s3^=s1;s1^=s2;s0^=s3;s2^=t;s3=rotl(s3,45);return r;}
static u64 smx; static u64 smix(void){u64 z=(smx+=0x9E3779B97F4A7C15ull);z=(z^(z>>30))*0xBF58476D1CE4E5B9ull;z=(z^(z>>27))*0x94D049BB133111EBull;return z^(z>>31);}
static void seedrng(u64 s){smx=s;s0=smix();s1=smix();s2=smix();s3=smix();}
static inline double uni(void){return (rnd()>>11)*0x1.0p-53;}
#ifdef ZIG
/* Marsaglia-Tsang ziggurat, 256 layers, 64-bit draws */
static double zx[257],zf[257]; 
static void ziginit(void){ if(zx[0]!=0) return; const double r=7.69711747013104972,v=0.0039496598225815571993;
  zx[0]=v*exp(r); zx[1]=r; zx[256]=0; for(int i=2;i<256;i++) zx[i]=-log(v/zx[i-1]+exp(-zx[i-1]));
  for(int i=0;i<=256;i++) zf[i]=exp(-zx[i]); }
static double expo1(void){ for(;;){ u64 u=rnd(); int i=u&255; double x=(u>>11)*0x1.0p-53*zx[i];
  if(x<zx[i+1]) return x;
  if(i==0) return 7.69711747013104972 - log(1-uni());
  if(zf[i]+uni()*(zf[i+1]-zf[i])<exp(-x)) return x; } }
static inline double expo(double mean){return mean*expo1();}
#else
static void ziginit(void){}
static inline double expo(double mean){return -mean*log(1.0-uni());}
#endif

/* ---------- parameters ---------- */
typedef struct {double lambda,K,patience,nmean,gap,hold,servers,svc,a,b,h0,k,vac,T;} Par;
static Par P;
static void defaults(int c){P=(Par){5.0*c,30,26,8,2,3,0,8,0.25,0.05,0.005,1,12,260};P.servers=floor(30.0*c/7+0.5);}

/* ---------- state ---------- */
enum {WAIT_NEW,WAIT_RET,CONTACT,HELD,INSERVICE,GONE};
typedef struct {double t0; i32 left,slot,prev,next; u32 stamp; uint8_t stage,first,svc;} Pat;
static Pat *pat; static i32 npat,cappat,freepat;
typedef struct {double t; u32 id,stamp;} Ev;
static Ev *hp; static i32 nh,caph;
typedef struct {i32 head,tail,len;} List;
static List wl[2], sq[4]; static i32 sidle[4];
static i32 *slotpat,*slprev,*slnext; static List fr;          /* free slots */
static double *wx; static int *wpresent,*wload;
static int C,K; static double now;
static double st_wait; static u64 st_acc,st_ren,st_con,st_leave,st_served,st_ev,st_pop,maxheap;
#define ID_ARR 0x80000000u
#define ID_TICK 0x80000001u
#define ID_RET 0xC0000000u

#ifdef CAL
/* calendar queue: NB (power of two) day buckets, intrusive doubly linked lists. An entity owns at most one pending event
   (0 = arrivals, 1 = tick, 2..C+1 = post w filled, C+2.. = patients), so a cancelled event is really removed. */
typedef struct {double t; i32 day,prev,next,on;} Ent;
static Ent *en; static i32 *bk; static i32 nbk,mask,curday,capen; static double binv;
static inline void cunlink(i32 i){ Ent*x=&en[i]; if(x->prev>=0)en[x->prev].next=x->next; else bk[x->day&mask]=x->next; if(x->next>=0)en[x->next].prev=x->prev; x->on=0; nh--; }
static inline void cput(i32 i,double t){ Ent*x=&en[i]; if(x->on)cunlink(i); i32 d=(i32)(t*binv),h=bk[d&mask]; x->t=t;x->day=d;x->prev=-1;x->next=h; if(h>=0)en[h].prev=i; bk[d&mask]=i; x->on=1; nh++; if((u64)nh>maxheap)maxheap=nh; }
static inline i32 cpop(void){ for(;;){ i32 best=-1; double m=INFINITY; for(i32 i=bk[curday&mask];i>=0;i=en[i].next) if(en[i].day==curday&&en[i].t<m){m=en[i].t;best=i;}
  if(best>=0){cunlink(best);return best;} curday++; } }
static inline void push(double t,u32 id,u32 stamp){ cput(id==ID_ARR?0:id==ID_TICK?1:2+(i32)(id&0x3fffffff),t); }
static inline Ev pop(void){ i32 i=cpop(); Ev e={en[i].t,i==0?ID_ARR:i==1?ID_TICK:i<C+2?ID_RET|(i-2):(u32)(i-C-2),0}; return e; }
static inline void sched(i32 p,double dt){ cput(p+C+2,now+dt); }
static inline void unsched(i32 p){ if(en[p+C+2].on)cunlink(p+C+2); }
static void calinit(void){ double rate=160.0*P.T/P.T*C/7*2; binv=rate; i32 n=1024; while(n<400*C)n*=2; if(n!=nbk){nbk=n;mask=n-1;bk=realloc(bk,4*(size_t)n);} for(i32 i=0;i<n;i++)bk[i]=-1; for(i32 i=0;i<capen;i++)en[i].on=0; curday=0; nh=0; }
#else
#if ARITY==2
/* binary heap, root at 1, bottom-up deletion with a branch-free child choice; hp[nh+1] is kept at +inf as a sentinel */
static inline void push(double t,u32 id,u32 stamp){
  if(nh+3>=caph){caph*=2;hp=realloc(hp,caph*sizeof(Ev));}
  i32 i=++nh; Ev e={t,id,stamp}; hp[nh+1].t=INFINITY;
  while(i>1){ i32 p=i>>1; if(hp[p].t<=t)break; hp[i]=hp[p]; i=p; }
  hp[i]=e;
  if((u64)nh>maxheap)maxheap=nh;
}
static inline Ev pop(void){
  Ev top=hp[1],e=hp[nh]; hp[nh].t=INFINITY; i32 n=--nh,i=1,c=2;
  while(c<=n){ c+=hp[c+1].t<hp[c].t; if(hp[c].t>=e.t)break; hp[i]=hp[c]; i=c; c=2*i; }
  if(n)hp[i]=e;
  return top;
}
#else
static inline void push(double t,u32 id,u32 stamp){
  if(nh==caph){caph*=2;hp=realloc(hp,caph*sizeof(Ev));}
  i32 i=nh++; Ev e={t,id,stamp};
  while(i>0){ i32 p=(i-1)/ARITY; if(hp[p].t<=t)break; hp[i]=hp[p]; i=p; }
  hp[i]=e;
  if((u64)nh>maxheap)maxheap=nh;
}
static inline Ev pop(void){
  Ev top=hp[0],e=hp[--nh]; i32 i=0,n=nh;
  for(;;){
    i32 f=ARITY*i+1,c; if(f+ARITY<=n){ c=f; double m=hp[f].t; for(i32 j=f+1;j<f+ARITY;j++){ int lt=hp[j].t<m; c=lt?j:c; m=lt?hp[j].t:m; } }
    else { if(f>=n)break; c=f; for(i32 j=f+1;j<n;j++) if(hp[j].t<hp[c].t)c=j; }
    if(hp[c].t>=e.t)break;
    hp[i]=hp[c]; i=c;
  }
  if(n)hp[i]=e;
  return top;
}
#endif
static inline void sched(i32 p,double dt){push(now+dt,(u32)p,++pat[p].stamp);}
static inline void unsched(i32 p){pat[p].stamp++;}
#endif
static inline void ladd(List*l,i32 p){pat[p].prev=l->tail;pat[p].next=-1;if(l->tail>=0)pat[l->tail].next=p;else l->head=p;l->tail=p;l->len++;}
static inline void ldel(List*l,i32 p){i32 a=pat[p].prev,b=pat[p].next;if(a>=0)pat[a].next=b;else l->head=b;if(b>=0)pat[b].prev=a;else l->tail=a;l->len--;}
static inline void fadd(i32 s){slprev[s]=fr.tail;slnext[s]=-1;if(fr.tail>=0)slnext[fr.tail]=s;else fr.head=s;fr.tail=s;fr.len++;}
static inline void fdel(i32 s){i32 a=slprev[s],b=slnext[s];if(a>=0)slnext[a]=b;else fr.head=b;if(b>=0)slprev[b]=a;else fr.tail=a;fr.len--;}
static i32 newpat(void){ if(freepat>=0){i32 p=freepat;freepat=pat[p].next;return p;}
  if(npat==cappat){cappat*=2;pat=realloc(pat,cappat*sizeof(Pat));}
#ifdef CAL
  if(npat+C+2>=capen){i32 o=capen;capen*=2;en=realloc(en,capen*sizeof(Ent));for(i32 i=o;i<capen;i++)en[i].on=0;}
#endif
  pat[npat].stamp=0;return npat++; }
static inline void kill_(i32 p){unsched(p);pat[p].stage=GONE;pat[p].next=freepat;freepat=p;}

static void accept_(i32 p,i32 s);
static void freeslot(i32 s){
  List*l=wl[1].len?&wl[1]:wl[0].len?&wl[0]:0;
  slotpat[s]=-1; wload[s/K]--;
  if(l){i32 p=l->head;ldel(l,p);accept_(p,s);} else fadd(s);
}
static inline void startservice(i32 p,int q){ i32 s=pat[p].slot; pat[p].stage=INSERVICE;pat[p].svc=q;pat[p].slot=-1;st_served++;
  sched(p,expo(P.svc)); freeslot(s); }
static inline void enterservice(i32 p){ int q=(int)(rnd()>>62);
  if(sidle[q]>0){sidle[q]--;startservice(p,q);}
  else{pat[p].stage=HELD;pat[p].svc=q;ladd(&sq[q],p);sched(p,expo(P.hold));} }
static void accept_(i32 p,i32 s){
  Pat*x=&pat[p]; if(x->first){x->first=0;st_acc++;st_wait+=now-x->t0;}
  x->slot=s;slotpat[s]=p;wload[s/K]++; x->stage=CONTACT; st_con++; if(x->left>0)x->left--;
  if(x->left==0)enterservice(p); else sched(p,expo(P.gap));
}
static void leave_(int w){
  st_leave++; wpresent[w]=0;
  for(int j=0;j<K;j++){ i32 s=w*K+j,p=slotpat[s];
    if(p<0){fdel(s);continue;}
    if(pat[p].stage==HELD)ldel(&sq[pat[p].svc],p);
    slotpat[s]=-1;pat[p].slot=-1;pat[p].stage=WAIT_RET;ladd(&wl[1],p);sched(p,expo(P.patience)); }
  wload[w]=0; push(now+expo(P.vac),ID_RET|w,0);
  while(fr.len&&wl[1].len){i32 p=wl[1].head,s=fr.head;ldel(&wl[1],p);fdel(s);accept_(p,s);}
}
static void rep(void){
  now=0;nh=0;npat=0;freepat=-1;
#ifdef CAL
  calinit();
#endif
  for(int i=0;i<2;i++)wl[i]=(List){-1,-1,0}; for(int i=0;i<4;i++){sq[i]=(List){-1,-1,0};sidle[i]=(i32)P.servers;} fr=(List){-1,-1,0};
  for(int w=0;w<C;w++){wx[w]=0;wpresent[w]=1;wload[w]=0;} for(int j=0;j<K;j++)for(int w=0;w<C;w++){slotpat[w*K+j]=-1;fadd(w*K+j);}
  st_wait=0;st_acc=st_ren=st_con=st_leave=st_served=st_ev=0;
  const double T=P.T,pg=1/P.nmean,lq=log(1-pg);
  push(expo(1/P.lambda),ID_ARR,0); push(1,ID_TICK,0);
  while(nh){
    Ev e=pop(); if(e.t>=T)break; now=e.t; st_pop++;
    if(!(e.id&0x80000000u)){
      i32 p=e.id; Pat*x=&pat[p]; 
#ifndef CAL
      if(x->stamp!=e.stamp)continue;
#endif
      st_ev++;
      switch(x->stage){
        case WAIT_NEW: case WAIT_RET: st_ren++;ldel(&wl[x->stage],p);kill_(p);break;
        case CONTACT: st_con++; if(--x->left==0)enterservice(p);else sched(p,expo(P.gap));break;
        case HELD: st_con++;sched(p,expo(P.hold));break;
        case INSERVICE: {int q=x->svc;kill_(p); if(sq[q].len){i32 h=sq[q].head;ldel(&sq[q],h);startservice(h,q);}else sidle[q]++;}break;
      }
    } else if(e.id==ID_ARR){
      st_ev++; push(now+expo(1/P.lambda),ID_ARR,0);
      i32 p=newpat(); Pat*x=&pat[p]; x->t0=now;x->first=1; x->left=pg>=1?1:1+(i32)(log(1-uni())/lq);
      if(fr.len){i32 s=fr.head;fdel(s);accept_(p,s);} else {x->stage=WAIT_NEW;ladd(&wl[0],p);sched(p,expo(P.patience));}
    } else if(e.id==ID_TICK){
      st_ev+=C; push(now+1,ID_TICK,0);
      for(int w=0;w<C;w++) if(wpresent[w]){ double d=(double)wload[w]/K-0.8; wx[w]+=P.a*(d>0?d:0)-P.b*wx[w];
        if(uni()<1-exp(-P.h0*exp(P.k*wx[w])))leave_(w); }
    } else { int w=e.id&0x3fffffff; st_ev++; wpresent[w]=1;wx[w]=0; wload[w]=K; /* freeslot() lowers it */
      for(int j=0;j<K;j++)freeslot(w*K+j); }
  }
}
static void alloc_(int c){ C=c;K=(int)P.K; cappat=1024;pat=malloc(cappat*sizeof(Pat));caph=4096;hp=malloc(caph*sizeof(Ev));
  slotpat=malloc(4*c*K);slprev=malloc(4*c*K);slnext=malloc(4*c*K);wx=malloc(8*c);wpresent=malloc(4*c);wload=malloc(4*c);ziginit();
#ifdef CAL
  capen=c+2048;en=calloc(capen,sizeof(Ent));
#endif
}
#ifdef WASM
static double out[16];
__attribute__((export_name("init"))) void w_init(int c){defaults(c);alloc_(c);}
__attribute__((export_name("run"))) double* w_run(double seed){seedrng((u64)seed);rep();
  out[0]=st_acc;out[1]=st_acc?st_wait/st_acc:0;out[2]=st_ren;out[3]=st_con;out[4]=st_leave;out[5]=st_served;out[6]=st_ev;return out;}
#else
static double wall(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+1e-9*t.tv_nsec;}
int main(int ac,char**av){
  int reps=ac>1?atoi(av[1]):100,c=ac>2?atoi(av[2]):7; u64 seed=ac>3?strtoull(av[3],0,10):1; defaults(c);
  for(int i=4;i<ac;i++){char*e=strchr(av[i],'=');if(!e)continue;double v=atof(e+1);size_t n=e-av[i];
#define KEY(f) if(n==strlen(#f)&&!strncmp(av[i],#f,n))P.f=v;
  KEY(lambda)KEY(K)KEY(patience)KEY(nmean)KEY(gap)KEY(hold)KEY(servers)KEY(svc)KEY(a)KEY(b)KEY(h0)KEY(k)KEY(vac)KEY(T)}
  alloc_(c); const char*nm[7]={"accepted","wait_mean","reneged","contacts","leavers","served","events"}; double s[7]={0},q[7]={0};
  double t=wall(),u=clock();
  for(int r=0;r<reps;r++){ seedrng(seed*1000003ull+r); rep();
    double v[7]={st_acc,st_acc?st_wait/st_acc:0,st_ren,st_con,st_leave,st_served,st_ev}; for(int i=0;i<7;i++){s[i]+=v[i];q[i]+=v[i]*v[i];} }
  t=wall()-t; u=(clock()-u)/CLOCKS_PER_SEC;
  printf("{\"peer\":\"c\",\"reps\":%d,\"c\":%d,\"wall_s\":%.6f,\"cpu_s\":%.6f,\"ev_per_s\":%.0f,\"pops\":%.0f,\"maxheap\":%llu",reps,c,t,u,s[6]/u,(double)st_pop/reps,(unsigned long long)maxheap);
  for(int i=0;i<7;i++){double m=s[i]/reps,v=reps>1?(q[i]-reps*m*m)/(reps-1):0;printf(",\"%s\":%.6g,\"%s_sd\":%.4g",nm[i],m,nm[i],sqrt(v>0?v:0));}
  printf("}\n"); return 0; }
#endif
