#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <limits>
#include <string>
#include <string_view>

#include "entities/mention_tagger.h"
#include "mention_score.h"
#include "mention_trainer.h"
#include "model/model_file.h"
#include "recasing.h"

// Measures the model of mentions on annotated articles: by class, how far its confidence can be trusted, how it fares
// when nothing but capitals or headlines are left, and how fast it is.

namespace {

using namespace pullquote;

struct Judged {
  float confidence;
  bool right;
};

void print_score(const train::MentionScore& score) {
  const auto row = [](std::string_view name, const train::Counts& counts) {
    std::printf("| %-10.*s | %5.1f | %5.1f | %5.1f | %6u |\n", static_cast<int>(name.size()), name.data(),
                counts.precision(), counts.recall(), counts.f1(), counts.gold);
  };
  std::printf("| class      |  prec |   rec |    F1 |   gold |\n| --- | --- | --- | --- | --- |\n");
  for (std::size_t label = 0; label < kLabelNames.size(); ++label) row(kLabelNames[label], score.labels[label]);
  row("all", score.all());
  row("PER/ORG/LOC", score.core());
  row("boundaries", score.boundaries);
}

// Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015).
void print_reliability(const std::vector<Judged>& judged) {
  std::array<std::array<double, 3>, 10> bins{};
  for (const auto& [confidence, right] : judged) {
    auto& bin = bins[static_cast<std::size_t>(std::clamp(confidence * 10, 0.0F, 9.0F))];
    bin[0] += 1;
    bin[1] += confidence;
    bin[2] += right ? 1 : 0;
  }
  std::printf("| confidence | mentions | mean | right |\n| --- | --- | --- | --- |\n");
  double error = 0;
  for (std::size_t bin = 0; bin < bins.size(); ++bin) {
    const auto [count, sum, right] = bins[bin];
    if (count == 0) continue;
    std::printf("| %.1f to %.1f | %5.0f | %.3f | %.3f |\n", 0.1 * static_cast<double>(bin),
                0.1 * static_cast<double>(bin + 1), count, sum / count, right / count);
    error += std::abs(sum - right);
  }
  std::printf("expected calibration error: %.2f %%\n", 100 * error / static_cast<double>(judged.size()));
}

struct Measured {
  train::MentionScore score;
  std::vector<Judged> judged;
  std::size_t tokens = 0;
  std::clock_t spent = 0;
};

Measured measure(const entities::Knowledge& knowledge, const std::vector<train::AnnotatedArticle>& articles) {
  Measured out;
  for (const auto& article : articles) {
    const train::AnalysedArticle analysed(article.text, knowledge.lexicon);
    const auto start = std::clock();
    const auto mentions = entities::find_mentions(analysed.article, knowledge);
    out.spent += std::clock() - start;
    out.tokens += analysed.tokens.tokens.size();
    std::vector<train::Marked> found;
    for (const auto& mention : mentions) found.push_back({analysed.tokens.span(mention.tokens), mention.label});
    out.score.add(article.text, article.mentions, found);
    const auto right = train::which_are_right(article.text, article.mentions, found);
    for (std::size_t i = 0; i < found.size(); ++i) out.judged.push_back({mentions[i].confidence, right[i]});
  }
  return out;
}

void print_casings(const entities::Knowledge& knowledge, const std::vector<train::AnnotatedArticle>& articles) {
  std::printf("| all of the text | all classes | PERSON/ORG/LOC | boundaries |\n| --- | --- | --- | --- |\n");
  const auto row = [](const char* name, const train::MentionScore& score) {
    std::printf("| %s | %.1f | %.1f | %.1f |\n", name, score.all().f1(), score.core().f1(), score.boundaries.f1());
  };
  row("as it is", measure(knowledge, articles).score);
  const auto rewritten = [&](train::Casing casing) {
    auto out = articles;
    constexpr Span kAll = {0, std::numeric_limits<std::uint32_t>::max()};
    for (auto& article : out) article.text = train::recased(article.text, {&kAll, 1}, casing);
    return out;
  };
  row("as headlines", measure(knowledge, rewritten(train::Casing::kTitle)).score);
  row("in capitals", measure(knowledge, rewritten(train::Casing::kUpper)).score);
}

void print(const entities::Knowledge& knowledge, const std::vector<train::AnnotatedArticle>& articles) {
  const auto whole = measure(knowledge, articles);
  print_score(whole.score);
  print_reliability(whole.judged);
  print_casings(knowledge, articles);
  std::printf(
      "%.0f tokens per CPU-second, names alone\n",
      static_cast<double>(whole.tokens) * CLOCKS_PER_SEC / static_cast<double>(std::max<std::clock_t>(whole.spent, 1)));
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) {
    std::fputs("usage: measure_mentions MODEL GOLD.jsonl\n", stderr);
    return 2;
  }
  try {
    const auto file = model::ModelFile::open(values[1]);
    print(entities::Knowledge(file), train::read_annotated(values[2]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "measure_mentions: %s\n", error.what());
    return 1;
  }
}
