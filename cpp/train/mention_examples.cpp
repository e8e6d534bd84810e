#include "mention_examples.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>

#include "features/word_list.h"
#include "recasing.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

// Some annotators marked days of the week and years as miscellaneous names, most as dates.
void correct(AnnotatedArticle& article) {
  const text::Text text(article.text);
  for (auto& mention : article.mentions) {
    if (mention.label != Label::kMisc) continue;
    const auto words = text::to_lower(text.original(mention.span));
    const bool year = words.size() == 4 && words.find_first_not_of("0123456789") == std::string::npos;
    if (year || (features::word_classes(words) & features::kWeekday) != 0) mention.label = Label::kDate;
  }
}

Example analyse(AnnotatedArticle article, std::size_t number, const features::Lexicon& lexicon) {
  Example example;
  example.article = number;
  example.annotated = std::move(article);
  example.analysed = std::make_unique<const AnalysedArticle>(example.annotated.text, lexicon);
  example.tags = align(example.analysed->tokens, example.annotated.mentions);
  return example;
}

}  // namespace

std::vector<Example> make_examples(std::vector<AnnotatedArticle> articles, const features::Lexicon& lexicon) {
  std::vector<Example> examples;
  for (auto& article : articles) {
    correct(article);
    examples.push_back(analyse(std::move(article), examples.size(), lexicon));
  }
  return examples;
}

std::vector<Example> recased_examples(const std::vector<Example>& examples, double share, float weight) {
  std::mt19937 random(1);
  std::vector<Example> variants;
  for (const auto& example : examples) {
    std::vector<Span> all, headlines, capitals;
    for (const auto& sentence : example.analysed->tokens.sentences) {
      if (static_cast<double>(random()) >= share * 4294967296.0) continue;
      all.push_back(example.analysed->tokens.span(sentence.tokens));
      (random() % 2 == 0 ? headlines : capitals).push_back(all.back());
    }
    if (all.empty()) continue;
    auto article = example.annotated;
    article.text = recased(recased(article.text, headlines, Casing::kTitle), capitals, Casing::kUpper);
    auto variant = analyse(std::move(article), example.article, example.analysed->words.lexicon());
    // Sentences may be cut elsewhere than before.
    for (const auto& sentence : variant.analysed->tokens.sentences) {
      const auto span = variant.analysed->tokens.span(sentence.tokens);
      const bool counts = std::any_of(all.begin(), all.end(), [&](Span s) { return s.overlaps(span); });
      variant.weights.push_back(counts ? weight : 0);
    }
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace pullquote::train
