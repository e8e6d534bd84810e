#include "mention_trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "crf_trainer.h"
#include "entities/mention_evidence.h"
#include "entities/mention_features.h"
#include "entities/mention_labels.h"
#include "entities/mention_tagger.h"
#include "features/word_list.h"
#include "mention_score.h"
#include "text/unicode.h"

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

// One sequence a sentence: the features that `add` puts into a buffer for each of its tokens, and its tags.
template <class Add>
std::vector<CrfSequence> sequences_of(const Example& example, const Add& add) {
  std::vector<CrfSequence> out;
  model::FeatureBuffer features;
  for (const auto& sentence : example.analysed->tokens.sentences) {
    auto& sequence = out.emplace_back();
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      features.clear();
      add(i, features);
      sequence.add(features.all(), example.tags[i]);
    }
  }
  return out;
}

std::vector<std::byte> train_first(const std::vector<Example>& examples, const features::Clusters& clusters,
                                   const MentionOptions& options, int epochs,
                                   const std::function<bool(std::size_t)>& wanted, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (!wanted(k)) continue;
    const entities::MentionFeatures features(examples[k].analysed->article, clusters);
    for (auto& sequence : sequences_of(
             examples[k], [&](std::uint32_t token, model::FeatureBuffer&into) { features.add(token, into); })) {
      sequences.push_back(std::move(sequence));
    }
  }
  auto chain = chain_options(options);
  chain.epochs = epochs;
  chain.keep = options.first_rows;
  return train_crf(sequences, chain, report_to(log));
}

std::vector<std::byte> train_second(const std::vector<Example>& examples, const features::Clusters& clusters,
                                    const std::vector<std::vector<std::uint8_t>>& first_tags,
                                    const MentionOptions& options, int epochs,
                                    const std::function<bool(std::size_t)>& wanted, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (!wanted(k)) continue;
    const auto& article = examples[k].analysed->article;
    const entities::MentionFeatures features(article, clusters);
    const entities::MentionEvidence evidence(article, features, first_tags[k]);
    for (auto& sequence : sequences_of(examples[k], [&](std::uint32_t token, model::FeatureBuffer&into) {
           features.add(token, into);
           if (evidence.concerns(token)) evidence.add(token, into);
         })) {
      sequences.push_back(std::move(sequence));
    }
  }
  auto chain = chain_options(options);
  chain.epochs = epochs;
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
std::vector<std::byte> train_gate(const std::vector<Example>& examples, const features::Clusters& clusters,
                                  const MentionOptions& options, const Log& log) {
  std::vector<CrfSequence> sequences;
  for (const auto& example : examples) {
    const entities::MentionFeatures features(example.analysed->article, clusters);
    for (auto& sequence : sequences_of(
             example, [&](std::uint32_t token, model::FeatureBuffer&into) { features.add_words(token, into); })) {
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
void judge(const Example& example, const features::Clusters& clusters, const std::vector<std::uint8_t>& first_tags,
           const model::Crf& chain, std::vector<std::pair<float, bool>>& answers) {
  const auto& article = example.analysed->article;
  const entities::MentionFeatures features(article, clusters);
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

}  // namespace

std::vector<Example> make_examples(std::vector<AnnotatedArticle> articles, const features::Lexicon& lexicon) {
  std::vector<Example> examples;
  for (auto& article : articles) {
    auto& example = examples.emplace_back();
    example.annotated = std::move(article);
    correct(example.annotated);
    example.analysed = std::make_unique<const AnalysedArticle>(example.annotated.text, lexicon);
    example.tags = align(example.analysed->tokens, example.annotated.mentions);
  }
  return examples;
}

std::vector<std::byte> train_mentions(const std::vector<Example>& examples, const features::Clusters& clusters,
                                      const MentionOptions& options, const Log& log) {
  log("gate");
  const auto gate = train_gate(examples, clusters, options, log);
  const auto candidates = [&](const entities::Article& article, const entities::MentionFeatures& features) {
    return entities::candidates(article, features, model::Weights(gate));
  };
  log("first chain");
  const auto first = train_first(
      examples, clusters, options, options.epochs, [](std::size_t) { return true; }, log);
  const auto folds = static_cast<std::size_t>(options.folds);
  std::vector<std::vector<std::uint8_t>> first_tags(examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    log("part " + std::to_string(fold + 1) + " of " + std::to_string(folds));
    const auto bytes = train_first(
        examples, clusters, options, options.fold_epochs, [&](std::size_t k) { return k % folds != fold; }, log);
    const model::Crf chain(bytes);
    for (std::size_t k = fold; k < examples.size(); k += folds) {
      const auto& article = examples[k].analysed->article;
      const entities::MentionFeatures features(article, clusters);
      first_tags[k] = entities::decode(article, chain,
                                       entities::first_pass(article, features, chain, candidates(article, features)));
    }
  }
  log("second chain");
  const auto all = [](std::size_t) { return true; };
  const auto second = train_second(examples, clusters, first_tags, options, options.epochs, all, log);
  log("calibration");
  std::vector<std::pair<float, bool>> answers;
  const auto held_back = [&](std::size_t k) { return k % 3 == 0; };
  const auto bytes = train_second(
      examples, clusters, first_tags, options, options.fold_epochs, [&](std::size_t k) { return !held_back(k); }, log);
  for (std::size_t k = 0; k < examples.size(); ++k) {
    if (held_back(k)) judge(examples[k], clusters, first_tags[k], model::Crf(bytes), answers);
  }
  const auto calibration = fit(answers);
  log("slope " + std::to_string(calibration.slope) + ", offset " + std::to_string(calibration.offset));
  return entities::MentionModel::build(gate, first, second, calibration);
}

}  // namespace pullquote::train
