#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/extractor.h"
#include "readers.h"

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

std::size_t count_words(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  std::size_t words = 0;
  for (auto at = text.find_first_not_of(kSpace); at != std::string_view::npos;
       at = text.find_first_not_of(kSpace, at)) {
    ++words;
    at = std::min(text.find_first_of(kSpace, at), text.size());
  }
  return words;
}

// Over every number and string of the answers, so that a change anywhere shows.
class Checksum {
 public:
  void add(std::uint64_t value) { sum_ = (sum_ ^ value) * 0x9e3779b97f4a7c15 + (sum_ >> 29); }
  void add(std::string_view text) {
    add(text.size());
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  void add(Span span) { add(std::uint64_t{span.start} << 32 | span.end); }
  void add(const Document& document) {
    for (const auto& section : document.sections) {
      add(static_cast<std::uint64_t>(section.kind));
      add(section.span);
    }
    for (const auto& entity : document.entities) add(entity);
    for (const auto& quote : document.quotes) add(quote);
  }
  [[nodiscard]] std::uint64_t sum() const { return sum_; }

 private:
  void add(const Entity& entity) {
    add(static_cast<std::uint64_t>(entity.label));
    add(entity.name);
    for (const auto& alias : entity.aliases) add(alias);
    add(entity.role.value_or(""));
    for (const auto& mention : entity.mentions) add(mention.span);
  }
  void add(const Quote& quote) {
    add(static_cast<std::uint64_t>(quote.kind));
    add(quote.speaker ? *quote.speaker + std::uint64_t{1} : 0);
    for (const auto* const spans : {&quote.content, &quote.cue, &quote.source}) {
      add(spans->size());
      for (const auto span : *spans) add(span);
    }
  }

  std::uint64_t sum_ = 1;
};

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
  std::vector<std::string> texts;
  std::size_t words = 0;
  train::each_json_text(arguments.articles, "text", [&](std::string_view text) {
    texts.emplace_back(text);
    words += count_words(text);
  });

  Checksum checksum;
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
