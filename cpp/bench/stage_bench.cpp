#include <array>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <string_view>

#include "articles.h"
#include "checksum.h"
#include "document/stages.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#define PULLQUOTE_CALLGRIND 1
#endif

// What each stage costs: stage_bench MODEL ARTICLES.jsonl [--no-quotes]
// Alone it prints nanoseconds per word, which vary with whatever else the machine does. Under callgrind each stage's
// instructions and cache misses become a dump with the stage's name, which `./dev bench stages` reads.

namespace {

using namespace pullquote;

double cpu_nanoseconds() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

class Meter final : public document::Observer {
 public:
  Meter() : last_(cpu_nanoseconds()) {}

  void ended(document::Stage stage) override {
    const auto number = static_cast<std::size_t>(stage);
    spent_[number] += cpu_nanoseconds() - last_;
#ifdef PULLQUOTE_CALLGRIND
    CALLGRIND_DUMP_STATS_AT(document::kStageNames[number].data());
#endif
    last_ = cpu_nanoseconds();
  }

  /// What came since is no stage's.
  void begin() {
#ifdef PULLQUOTE_CALLGRIND
    CALLGRIND_ZERO_STATS;
#endif
    last_ = cpu_nanoseconds();
  }

  [[nodiscard]] const std::array<double, document::kStageNames.size()>& spent() const { return spent_; }

 private:
  double last_;
  std::array<double, document::kStageNames.size()> spent_{};
};

void run(const std::string& model, const std::string& path, bool quotes) {
  const document::Models models(model::ModelFile::open(model));
  const bench::Articles articles(path);
  bench::Checksum checksum;
  Meter meter;
  // The first article also pays for the pages of the model that all of them need.
  if (!articles.texts.empty()) (void)document::run(models, articles.texts.front(), {.quotes = quotes});
  for (const auto& text : articles.texts) {
    meter.begin();
    checksum.add(document::run(models, text, {.quotes = quotes}, &meter));
  }
  std::printf("articles %zu\nwords %zu\nanswers %016llx\n", articles.texts.size(), articles.words,
              static_cast<unsigned long long>(checksum.sum()));
  for (std::size_t i = 0; i < document::kStageNames.size(); ++i) {
    std::printf("nanoseconds.%s %.1f\n", document::kStageNames[i].data(),
                meter.spent()[i] / static_cast<double>(articles.words));
  }
}

}  // namespace

int main(int count, char** values) {
  const bool quotes = count != 4;
  if (count < 3 || count > 4 || (count == 4 && std::string_view(values[3]) != "--no-quotes")) {
    std::fputs("usage: stage_bench MODEL ARTICLES.jsonl [--no-quotes]\n", stderr);
    return 2;
  }
  try {
    run(values[1], values[2], quotes);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "stage_bench: %s\n", error.what());
    return 1;
  }
}
