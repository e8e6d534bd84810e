#include "mention_trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "crf_trainer.h"
#include "entities/mention_evidence.h"
#include "entities/mention_features.h"
#include "entities/mention_labels.h"
#include "entities/mention_tagger.h"
#include "mention_score.h"

namespace pullquote::train {

namespace {

using entities::kTags;

using Log = std::function<void(const std::string&)>;

CrfOptions chain_options(const MentionOptions& options) {
  CrfOptions chain;
  chain.labels = kTags;
  for (std::size_t from = 0; from <= kTags; ++from) {
    for (std::size_t to = 0; to <= kTags; ++to) chain.allowed.push_back(entities::may_follow(from, to));
  }
  chain.rate = options.rate;
  chain.dropout = options.dropout;
  chain.min_count = options.min_count;
  chain.negligible = 3e-4;
  chain.pause = options.pause;
  return chain;
}

Report report_to(const Log& log) {
  return [&log](int epoch, double loss) {
    log("  epoch " + std::to_string(epoch) + ", loss a token " + std::to_string(loss));
  };
}

using Examples = std::vector<const Example*>;

// One sequence a sentence that counts: the features that `add` puts into a buffer for each of its tokens, and its tags.
template <class Add>
std::vector<CrfSequence> sequences_of(const Example& example, const Add& add) {
  std::vector<CrfSequence> out;
  model::FeatureBuffer features;
  const auto& sentences = example.analysed->tokens.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const float weight = example.weights.empty() ? 1 : example.weights[s];
    if (weight <= 0) continue;
    auto& sequence = out.emplace_back();
    sequence.weight = weight;
    for (auto i = sentences[s].tokens.first; i < sentences[s].tokens.last; ++i) {
      features.clear();
      add(i, features);
      sequence.add(features.all(), example.tags[i]);
    }
  }
  return out;
}

std::vector<std::byte> train_first(const Examples& examples, const features::Clusters& clusters,
                                   const MentionOptions& options, int epochs, int runs,
                                   const std::function<bool(std::size_t)>& wanted, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (!wanted(k)) continue;
    const entities::MentionFeatures features(examples[k]->analysed->article, clusters, options.without);
    for (auto& sequence : sequences_of(
             *examples[k], [&](std::uint32_t token, model::FeatureBuffer&into) { features.add(token, into); })) {
      sequences.push_back(std::move(sequence));
    }
  }
  auto chain = chain_options(options);
  chain.epochs = epochs;
  chain.runs = runs;
  chain.keep = options.first_rows;
  return train_crf(sequences, chain, report_to(log));
}

std::vector<std::byte> train_second(const Examples& examples, const features::Clusters& clusters,
                                    const std::vector<std::vector<std::uint8_t>>& first_tags,
                                    const MentionOptions& options, int epochs, int runs,
                                    const std::function<bool(std::size_t)>& wanted, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (!wanted(k)) continue;
    const auto& article = examples[k]->analysed->article;
    const entities::MentionFeatures features(article, clusters, options.without);
    const entities::MentionEvidence evidence(article, features, first_tags[k]);
    for (auto& sequence : sequences_of(*examples[k], [&](std::uint32_t token, model::FeatureBuffer&into) {
           features.add(token, into);
           if (evidence.concerns(token)) evidence.add(token, into);
         })) {
      sequences.push_back(std::move(sequence));
    }
  }
  auto chain = chain_options(options);
  chain.epochs = epochs;
  chain.runs = runs;
  chain.keep = options.second_rows;
  return train_crf(sequences, chain, report_to(log));
}

// Platt (1999): the slope and offset under which what was right and wrong is likeliest, by Newton's method.
entities::MentionModel::Calibration fit(const std::vector<std::pair<float, bool>>& answers) {
  double slope = 1, offset = 0;
  for (int step = 0; step < 100; ++step) {
    double gs = 0, go = 0, ss = 1e-6, so = 0, oo = 1e-6;
    for (const auto& [probability, right] : answers) {
      const double p = std::min(std::max(static_cast<double>(probability), 1e-6), 1 - 1e-6);
      const double x = std::log(p / (1 - p));
      const double now = 1 / (1 + std::exp(-(slope * x + offset)));
      const double error = now - (right ? 1 : 0);
      const double curve = now * (1 - now);
      gs += error * x;
      go += error;
      ss += curve * x * x;
      so += curve * x;
      oo += curve;
    }
    const double determinant = ss * oo - so * so;
    if (determinant < 1e-9) break;
    // Far from the answer the curve misleads: no step is longer than this.
    constexpr double kLongest = 0.25;
    slope -= std::clamp((oo * gs - so * go) / determinant, -kLongest, kLongest);
    offset -= std::clamp((ss * go - so * gs) / determinant, -kLongest, kLongest);
  }
  return {static_cast<float>(slope), static_cast<float>(offset)};
}

// Whether a token belongs to a mention, by the words in its window, each for itself.
std::vector<std::byte> train_gate(const Examples& examples, const features::Clusters& clusters,
                                  const MentionOptions& options, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (const auto* const example : examples) {
    const entities::MentionFeatures features(example->analysed->article, clusters, options.without);
    for (auto& sequence : sequences_of(
             *example, [&](std::uint32_t token, model::FeatureBuffer&into) { features.add_words(token, into); })) {
      for (auto& label : sequence.labels) {
        label = label == entities::kOutside ? entities::kGateOutside : entities::kGateInside;
      }
      sequences.push_back(std::move(sequence));
    }
  }
  CrfOptions gate;
  gate.labels = entities::kGateLabels;
  gate.rate = options.rate;
  gate.min_count = options.min_count;
  gate.epochs = options.fold_epochs;
  gate.keep = options.gate_rows;
  gate.l2 = 1e-6;
  return train_classifier(sequences, gate, report_to(log));
}

// How sure the second chain is of its mentions in an article, and which of them are right.
void judge(const Example& example, const features::Clusters& clusters, const MentionOptions& options,
           const std::vector<std::uint8_t>& first_tags, const model::Crf& chain,
           std::vector<std::pair<float, bool>>& answers) {
  const auto& article = example.analysed->article;
  const entities::MentionFeatures features(article, clusters, options.without);
  const auto emissions = entities::second_pass(article, features, chain, first_tags, std::vector<bool>(article.size()));
  std::vector<entities::Mention> mentions;
  std::vector<Marked> found;
  for (const auto& guess : entities::mentions_of(entities::decode(article, chain, emissions))) {
    mentions.push_back({.tokens = guess.tokens, .label = guess.label});
    found.push_back({example.analysed->tokens.span(guess.tokens), guess.label});
  }
  const auto probabilities = entities::probabilities(article, chain, emissions, mentions);
  const auto right = which_are_right(example.annotated.text, example.annotated.mentions, found);
  for (std::size_t i = 0; i < found.size(); ++i) answers.emplace_back(probabilities[i], right[i]);
}

}  // namespace

std::vector<std::byte> train_mentions(const std::vector<Example>& articles, const features::Clusters& clusters,
                                      const MentionOptions& options, const Log& log) {
  const auto variants = recased_examples(articles, options.recased, options.recased_weight);
  Examples examples;
  for (const auto* const list : {&articles, &variants}) {
    for (const auto& example : *list) examples.push_back(&example);
  }
  log("gate");
  const auto gate = train_gate(examples, clusters, options, log);
  const auto candidates = [&](const entities::Article& article, const entities::MentionFeatures& features) {
    return entities::candidates(article, features, model::Weights(gate));
  };
  log("first chain");
  const auto first = train_first(
      examples, clusters, options, options.epochs, options.runs, [](std::size_t) { return true; }, log);
  const auto folds = static_cast<std::size_t>(options.folds);
  std::vector<std::vector<std::uint8_t>> first_tags(examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    log("part " + std::to_string(fold + 1) + " of " + std::to_string(folds));
    const auto bytes = train_first(
        examples, clusters, options, options.fold_epochs, 1,
        [&](std::size_t k) { return examples[k]->article % folds != fold; }, log);
    const model::Crf chain(bytes);
    for (std::size_t k = 0; k < examples.size(); ++k) {
      if (examples[k]->article % folds != fold) continue;
      const auto& article = examples[k]->analysed->article;
      const entities::MentionFeatures features(article, clusters, options.without);
      first_tags[k] = entities::decode(article, chain,
                                       entities::first_pass(article, features, chain, candidates(article, features)));
    }
  }
  log("second chain");
  const auto all = [](std::size_t) { return true; };
  const auto second = train_second(examples, clusters, first_tags, options, options.epochs, options.runs, all, log);
  log("calibration");
  std::vector<std::pair<float, bool>> answers;
  const auto held_back = [&](std::size_t k) { return examples[k]->article % 3 == 0; };
  const auto bytes = train_second(
      examples, clusters, first_tags, options, options.fold_epochs, 1, [&](std::size_t k) { return !held_back(k); },
      log);
  for (std::size_t k = 0; k < articles.size(); ++k) {
    if (held_back(k)) judge(articles[k], clusters, options, first_tags[k], model::Crf(bytes), answers);
  }
  const auto calibration = fit(answers);
  log("slope " + std::to_string(calibration.slope) + ", offset " + std::to_string(calibration.offset));
  return entities::MentionModel::build(gate, first, second, calibration);
}

}  // namespace pullquote::train
