#include "tagger_trainer.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "syntax/tagger.h"

namespace pullquote::train {

namespace {

constexpr std::uint32_t kMinCount = 2;

syntax::Tag best_of(std::span<const float> scores) {
  return static_cast<syntax::Tag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

std::vector<std::size_t> random_order(std::size_t count, std::mt19937& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (auto i = count; i > 1; --i) std::swap(order[i - 1], order[below(random, i)]);
  return order;
}

Perceptron train_tagger(const std::vector<const SyntaxExample*>& examples, const SyntaxOptions& options) {
  Perceptron perceptron(syntax::kTags, kMinCount);
  syntax::FeatureList features(syntax::kTagDecision);
  for (const auto* example : examples) {
    const syntax::TagContext context{.words = example->words, .capitalised = example->capitalised};
    for (std::size_t i = 0; i < example->words.size(); ++i) {
      syntax::tag_features(context, i, example->tags, features);
      perceptron.count(features.all());
    }
  }
  std::mt19937 random(options.seed);
  std::array<float, syntax::kTags> scores{};
  std::vector<syntax::Tag> given;
  for (int epoch = 0; epoch < options.tagger_epochs; ++epoch) {
    for (const auto index : random_order(examples.size(), random)) {
      const auto& example = *examples[index];
      const syntax::TagContext context{.words = example.words, .capitalised = example.capitalised};
      // What it made of the words before, mistakes included, since that is what it will have to go by.
      given.resize(example.words.size());
      for (std::size_t i = 0; i < given.size(); ++i) {
        syntax::tag_features(context, i, given, features);
        perceptron.score(features.all(), scores);
        given[i] = best_of(scores);
        if (given[i] != example.tags[i]) {
          perceptron.learn(features.all(), static_cast<std::size_t>(example.tags[i]),
                           static_cast<std::size_t>(given[i]));
        }
        perceptron.step();
      }
    }
  }
  return perceptron;
}

}  // namespace pullquote::train
