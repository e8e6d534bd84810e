#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "checksum.h"
#include "pullquote/extractor.h"

// Words per CPU-second of whole extraction on one thread: extract_bench MODEL ARTICLES.jsonl [--repeat N]
// Words are what white space separates. Nothing is timed before two passes have given equal answers.

namespace {

using namespace pullquote;

struct Arguments {
  std::string model;
  std::string articles;
  int repeat = 3;
};

bool read_arguments(int count, char** values, Arguments& arguments) {
  if (count != 3 && count != 5) return false;
  arguments.model = values[1];
  arguments.articles = values[2];
  if (count == 3) return true;
  const std::string_view number = values[4];
  const auto result = std::from_chars(number.data(), number.data() + number.size(), arguments.repeat);
  return std::string_view(values[3]) == "--repeat" && result.ec == std::errc() &&
         result.ptr == number.data() + number.size() && arguments.repeat > 0;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The answers of one pass, kept: comparing checksums alone would also pass where both are wrong in the same sum.
std::vector<Document> extract_all(const Extractor& extractor, const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  for (const auto& text : texts) documents.push_back(extractor.extract(text));
  return documents;
}

double time_pass(const Extractor& extractor, const std::vector<std::string>& texts) {
  std::size_t found = 0;
  const auto start = cpu_seconds();
  for (const auto& text : texts) {
    const auto document = extractor.extract(text);
    found += document.entities.size() + document.quotes.size();
  }
  const auto seconds = cpu_seconds() - start;
  if (found == 0) throw std::runtime_error("no entity and no quote in any article");
  return seconds;
}

void run(const Arguments& arguments) {
  const auto extractor = Extractor::open(arguments.model);
  const bench::Articles articles(arguments.articles);
  const auto& texts = articles.texts;
  const auto words = articles.words;

  bench::Checksum checksum;
  {
    const auto answers = extract_all(extractor, texts);
    if (answers != extract_all(extractor, texts)) throw std::runtime_error("two passes gave different answers");
    for (const auto& document : answers) checksum.add(document);
  }
  std::printf("articles %zu\nwords %zu\nanswers %016llx\n", texts.size(), words,
              static_cast<unsigned long long>(checksum.sum()));
  double best = 0, worst = 0;
  for (int i = 0; i < arguments.repeat; ++i) {
    const auto speed = static_cast<double>(words) / time_pass(extractor, texts);
    best = std::max(best, speed);
    worst = i == 0 ? speed : std::min(worst, speed);
  }
  std::printf("CPU seconds %.3f (best of %d)\nwords per CPU-second %.0f (worst %.0f)\n",
              static_cast<double>(words) / best, arguments.repeat, best, worst);
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  if (!read_arguments(count, values, arguments)) {
    std::fputs("usage: extract_bench MODEL ARTICLES.jsonl [--repeat N]\n", stderr);
    return 2;
  }
  try {
    run(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "extract_bench: %s\n", error.what());
    return 1;
  }
}
