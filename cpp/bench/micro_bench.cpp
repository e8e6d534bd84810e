#include <benchmark/benchmark.h>

#include <array>
#include <ctime>
#include <string>

#include "document/stages.h"

// Micro-benchmarks of single stages, for work on one of them: micro_bench [--benchmark_filter=quotes] ...
// They read a few made sentences over and over, so that all they touch is in the cache: what they say of a change is
// how much it computes. `./dev bench stages` says what a stage costs in whole articles.

namespace {

using namespace pullquote;

constexpr const char* kModel = PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm";

constexpr std::string_view kPlain =
    "BELMAR (Harbour Wire) - The mayor of Belmar, Helena Vasques, said on Tuesday that the bridge would stay "
    "closed.\n\n"
    "\"We will not open it before the engineers have finished,\" Vasques told reporters. \"It would be a mistake.\"\n\n"
    "The Ministry of Ports spent $40 million on it in 2018. According to Tom Okafor, who speaks for the dockers' "
    "union, "
    "nobody had asked the people who work there. He warned that they would strike in March.\n\n";

// The same with curly marks, accents and references, as scrapers bring it home.
constexpr std::string_view kMarked =
    "BELMAR (Harbour Wire) — The mayor of Belmar, Hélène Vásques, said on Tuesday that the bridge would stay "
    "closed.\n\n"
    "“We won’t open it before the engineers have finished,” Vásques told reporters. “It’d be a mistake.”\n\n"
    "The Ministry of Ports spent &pound;40 million on it in 2018. According to Tom Okafor, who speaks for the "
    "dockers&rsquo; union, nobody had asked the people who work there. He warned that they’d strike in March.\n\n";

// Each run goes through all stages and times one, so Google Benchmark's own choice, a second's worth, would take
// minutes.
constexpr int kRuns = 100;

const document::Models& models() {
  static const document::Models kModels(model::ModelFile::open(kModel));
  return kModels;
}

double cpu_seconds() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

class StageClock final : public document::Observer {
 public:
  explicit StageClock(document::Stage wanted) : wanted_(wanted) {}
  void begin() { last_ = cpu_seconds(); }
  void ended(document::Stage stage) override {
    const auto now = cpu_seconds();
    if (stage == wanted_) spent_ = now - last_;
    last_ = now;
  }
  [[nodiscard]] double spent() const { return spent_; }

 private:
  document::Stage wanted_;
  double last_ = 0;
  double spent_ = 0;
};

void stage(benchmark::State& state, document::Stage wanted, std::string_view passage) {
  std::string article;
  for (int i = 0; i < 8; ++i) article += passage;
  if (document::run(models(), article, {}).quotes.empty()) {
    state.SkipWithError("no quotes found");
    return;
  }
  StageClock clock(wanted);
  for (auto _ : state) {
    clock.begin();
    benchmark::DoNotOptimize(document::run(models(), article, {}, &clock));
    state.SetIterationTime(clock.spent());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.size()));
}

void whole(benchmark::State& state, bool quotes) {
  const std::string article(kPlain);
  for (auto _ : state) benchmark::DoNotOptimize(document::run(models(), article, {.quotes = quotes}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.size()));
}

void open_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(document::Models(model::ModelFile::open(kModel)));
}

}  // namespace

int main(int count, char** values) {
  for (std::size_t i = 0; i < document::kStageNames.size(); ++i) {
    const std::string name(document::kStageNames[i]);
    const auto wanted = static_cast<document::Stage>(i);
    benchmark::RegisterBenchmark((name + "/plain").c_str(), stage, wanted, kPlain)->UseManualTime()->Iterations(kRuns);
    benchmark::RegisterBenchmark((name + "/marked").c_str(), stage, wanted, kMarked)
        ->UseManualTime()
        ->Iterations(kRuns);
  }
  benchmark::RegisterBenchmark("whole", whole, true);
  benchmark::RegisterBenchmark("whole/entities_only", whole, false);
  benchmark::RegisterBenchmark("open_model", open_model);
  benchmark::Initialize(&count, values);
  if (benchmark::ReportUnrecognizedArguments(count, values)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
