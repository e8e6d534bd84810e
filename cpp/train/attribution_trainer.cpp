#include "attribution_trainer.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "adaptation.h"
#include "attribution_score.h"
#include "crf_trainer.h"
#include "model/fingerprint.h"
#include "quotes/fingerprint.h"
#include "quotes/model.h"

namespace pullquote::train {

using namespace quotes;

namespace {

constexpr std::size_t kFolds = 3;
constexpr std::uint32_t kSeed = 1;
// For each tagger; twice as many bring little and would make the model file too large to ship.
constexpr std::size_t kRowsKept = 150000;
// Of candidates that are hardly ever cues, one in so many teaches as much as all.
constexpr std::size_t kUnlikelyShare = 3;
constexpr float kUnlikely = 0.2F;
// How much it counts which reading of a cue is best, beside how good each is.
constexpr double kRanking = 1;

struct Settings {
  int epochs;
  double rate, l1, dropout;
  std::uint32_t min_count;
};
struct Stages {
  Settings parts, links, acceptance;
};
constexpr Stages kFromNothing{.parts = {.epochs = 4, .rate = 0.03, .l1 = 6e-5, .dropout = 0, .min_count = 2},
                              .links = {.epochs = 4, .rate = 0.03, .l1 = 4e-5, .dropout = 0.3, .min_count = 3},
                              .acceptance = {.epochs = 12, .rate = 0.02, .l1 = 3e-5, .dropout = 0.2, .min_count = 3}};
// Small steps, for the base reads most tokens right; the acceptance model, which settles what counts as an attribution
// at all, is what conventions change first. The penalties are for all examples together. Features are withheld as they
// were when the base learned: else what changes would rely on company that the base does not count on.
constexpr Stages kFromBase{
    .parts = {.epochs = 4, .rate = 0.0005, .l1 = 3, .dropout = kFromNothing.parts.dropout, .min_count = 2},
    .links = {.epochs = 4, .rate = 0.0005, .l1 = 3, .dropout = kFromNothing.links.dropout, .min_count = 2},
    .acceptance = {.epochs = 6, .rate = 0.01, .l1 = 0.3, .dropout = kFromNothing.acceptance.dropout, .min_count = 2}};

/// What the first tagger says of an article, and which cues it leads to.
struct Read {
  const AttributedArticle* article = nullptr;
  std::vector<Opinion> opinions;
  std::vector<std::uint32_t> cues;
  std::vector<std::uint32_t> gold_of;  // of each cue, the gold attribution that it belongs to, or kNone
};

void mark(const std::vector<std::uint32_t>& tokens, Part first, Part next, std::vector<std::uint8_t>& labels) {
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    labels[tokens[k]] = k > 0 && tokens[k] == tokens[k - 1] + 1 ? next : first;
  }
}

std::vector<std::uint8_t> part_labels(const AttributedArticle& article) {
  std::vector<std::uint8_t> labels(article.reading->size(), kOther);
  for (const auto& gold : article.gold) {
    mark(gold.content, kContentFirst, kContentNext, labels);
    mark(gold.source, kSourceFirst, kSourceNext, labels);
    mark(gold.cue, kCueFirst, kCueNext, labels);
  }
  return labels;
}

/// What to start from, of how many models the mean is taken, whom training tells how far it is, and whom it asks
/// whether to go on.
struct Watch {
  const AttributionSections* base;  // or nothing
  int runs;
  const Progress& progress;
  const std::function<void()>& pause;
};

Report told(const char* stage, const Watch& watch) {
  return [stage, &progress = watch.progress](int epoch, double loss) {
    progress(std::string(stage) + ", epoch " + std::to_string(epoch) + ": " + std::to_string(loss));
  };
}

CrfOptions options_of(const Settings& settings, std::size_t labels, std::size_t keep, const Watch& watch) {
  return {.labels = labels,
          .epochs = settings.epochs,
          .rate = settings.rate,
          .l1 = settings.l1,
          .dropout = settings.dropout,
          .keep = keep,
          .min_count = settings.min_count,
          .seed = kSeed,
          .runs = watch.runs,
          .pause = watch.pause};
}

std::vector<std::byte> learn_chain(std::vector<CrfSequence> sequences, Settings Stages::*stage, std::size_t labels,
                                   std::vector<std::byte> AttributionSections::*section, const char* name,
                                   const Watch& watch) {
  if (watch.base == nullptr) {
    return train_crf(sequences, options_of(kFromNothing.*stage, labels, kRowsKept, watch), told(name, watch));
  }
  return adapt_crf(model::without_fingerprint(watch.base->*section), std::move(sequences),
                   options_of(kFromBase.*stage, labels, 0, watch), told(name, watch));
}

std::vector<std::byte> train_parts(const Articles& articles, const Watch& watch) {
  std::vector<CrfSequence> sequences;
  Features features;
  for (const auto* article : articles) {
    const auto labels = part_labels(*article);
    for (const auto& section : article->tokens->sections) {
      auto& sequence = sequences.emplace_back();
      for (auto i = section.tokens.first; i < section.tokens.last; ++i) {
        features.clear();
        part_features(*article->reading, section.tokens, i, features);
        sequence.add(features.all(), labels[i]);
      }
    }
  }
  return learn_chain(std::move(sequences), &Stages::parts, kParts, &AttributionSections::parts, "parts", watch);
}

Read read_article(const AttributedArticle& article, const model::Crf& parts) {
  Read read{.article = &article, .opinions = read_parts(*article.reading, parts)};
  read.cues = candidate_cues(*article.reading, read.opinions);
  std::vector<std::uint32_t> owner(article.reading->size(), kNone);
  for (std::uint32_t g = 0; g < article.gold.size(); ++g) {
    for (const auto token : article.gold[g].cue) owner[token] = g;
  }
  for (const auto cue : read.cues) read.gold_of.push_back(owner[cue]);
  return read;
}

void add_example(const Read& read, std::uint32_t cue, std::uint32_t gold, std::vector<CrfSequence>& sequences) {
  const auto& article = *read.article;
  std::vector<std::uint8_t> roles(article.reading->size(), kOutside);
  if (gold != kNone) {
    for (const auto token : article.gold[gold].content) roles[token] = kContent;
    for (const auto token : article.gold[gold].source) roles[token] = kSource;
    for (const auto token : article.gold[gold].cue) roles[token] = kCue;
  }
  const CueView view(*article.reading, read.opinions, cue);
  auto& sequence = sequences.emplace_back();
  Features features;
  for (std::uint32_t i = 0; i < view.tokens().size(); ++i) {
    features.clear();
    view.features(i, features);
    sequence.add(features.all(), roles[view.tokens()[i]]);
  }
  sequence.features.shrink_to_fit();
}

std::vector<std::byte> train_links(const std::vector<const Read*>& reads, const Watch& watch) {
  std::vector<CrfSequence> sequences;
  for (const auto* read : reads) {
    for (std::size_t c = 0; c < read->cues.size(); ++c) {
      const bool unlikely = read->gold_of[c] == kNone && read->opinions[read->cues[c]].cue < kUnlikely;
      if (unlikely && c % kUnlikelyShare != 0) continue;
      add_example(*read, read->cues[c], read->gold_of[c], sequences);
      if (unlikely) sequences.back().weight = kUnlikelyShare;
    }
    // Cues that the first tagger missed teach as well.
    for (std::uint32_t g = 0; g < read->article->gold.size(); ++g) {
      const auto& cue = read->article->gold[g].cue;
      if (cue.empty() || std::find(read->gold_of.begin(), read->gold_of.end(), g) != read->gold_of.end()) continue;
      const auto strong =
          std::find_if(cue.begin(), cue.end(), [&](auto token) { return !read->article->reading->weak(token); });
      add_example(*read, strong == cue.end() ? cue.front() : *strong, g, sequences);
    }
  }
  return learn_chain(std::move(sequences), &Stages::links, kRoles, &AttributionSections::links, "links", watch);
}

struct Answered {
  const Read* read = nullptr;
  std::vector<Candidate> candidates;
};

std::vector<std::byte> train_acceptance(const std::vector<Answered>& all, const Watch& watch) {
  std::vector<CrfSequence> sequences;
  Features features;
  for (const auto& answered : all) {
    const auto& article = *answered.read->article;
    for (std::size_t i = 0; i < answered.candidates.size(); ++i) {
      features.clear();
      acceptance_features(*article.reading, answered.read->opinions, answered.candidates, i, features);
      double worth = 0;
      for (const auto& gold : article.gold) {
        worth = std::max(worth, worth_of(article, answered.candidates[i], gold));
      }
      // The readings of a cue are alternatives.
      if (i == 0 || answered.candidates[i].anchor != answered.candidates[i - 1].anchor) sequences.emplace_back();
      sequences.back().add_share(features.all(), static_cast<float>(worth));
    }
  }
  const auto& settings = watch.base == nullptr ? kFromNothing.acceptance : kFromBase.acceptance;
  auto options = options_of(settings, kVerdicts, 0, watch);
  options.ranking = kRanking;
  if (watch.base == nullptr) return train_classifier(sequences, options, told("acceptance", watch));
  return adapt_classifier(model::without_fingerprint(watch.base->acceptance), std::move(sequences), options,
                          told("acceptance", watch));
}

/// What is taken of the items that are not of this fold.
template <class Item, class Take>
auto without(const std::vector<Item>& items, std::size_t fold, const Take& take) {
  std::vector<std::decay_t<decltype(take(items.front()))>> rest;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i % kFolds != fold) rest.push_back(take(items[i]));
  }
  return rest;
}

/// What models that have not learned from an article say of it, article by article.
struct Unseen {
  std::vector<Read> reads;
  std::vector<Answered> answered;
};

Unseen read_unseen(const Articles& articles, const Watch& watch) {
  Unseen unseen{std::vector<Read>(articles.size()), std::vector<Answered>(articles.size())};
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const auto bytes = train_parts(without(articles, fold, std::identity()), watch);
    const model::Crf parts(bytes);
    for (auto i = fold; i < articles.size(); i += kFolds) unseen.reads[i] = read_article(*articles[i], parts);
  }
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const auto bytes = train_links(without(unseen.reads, fold, [](const Read& read) { return &read; }), watch);
    const model::Crf links(bytes);
    for (auto i = fold; i < articles.size(); i += kFolds) {
      const auto& read = unseen.reads[i];
      unseen.answered[i] = {&read, link(*articles[i]->reading, read.opinions, read.cues, links)};
    }
  }
  return unseen;
}

AttributionSections learn_all(const Articles& articles, const Watch& watch) {
  const auto unseen = read_unseen(articles, watch);
  std::vector<const Read*> all;
  for (const auto& read : unseen.reads) all.push_back(&read);
  AttributionSections sections;
  const auto& features = quotes::fingerprints();
  sections.acceptance = model::with_fingerprint(features.acceptance, train_acceptance(unseen.answered, watch));
  sections.links = model::with_fingerprint(features.links, train_links(all, watch));
  sections.parts = model::with_fingerprint(features.parts, train_parts(articles, watch));
  return sections;
}

}  // namespace

AttributionSections attributions_of(const model::ModelFile& file) {
  const auto bytes = [&](std::string_view name) {
    const auto section = file.section(name);
    return std::vector<std::byte>(section.begin(), section.end());
  };
  return {bytes(kPartsSection), bytes(kLinksSection), bytes(kAcceptanceSection)};
}

AttributionSections train_attributions(const Articles& articles, const Progress& progress,
                                       const std::function<void()>& pause, int runs) {
  return learn_all(articles, {nullptr, runs, progress, pause});
}

AttributionSections adapt_attributions(const AttributionSections& base, const Articles& articles,
                                       const Progress& progress, const std::function<void()>& pause, int runs) {
  { const quotes::Model readable({}, base.parts, base.links, base.acceptance); }
  return learn_all(articles, {&base, runs, progress, pause});
}

std::vector<std::vector<Candidate>> cross_validate(const Articles& articles, const Progress& progress, int runs) {
  const std::function<void()> pause;
  const Watch watch{nullptr, runs, progress, pause};
  const auto unseen = read_unseen(articles, watch);
  std::vector<std::vector<Candidate>> out(articles.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const auto bytes = train_acceptance(without(unseen.answered, fold, std::identity()), watch);
    const model::Weights acceptance(bytes);
    for (auto i = fold; i < articles.size(); i += kFolds) {
      out[i] = unseen.answered[i].candidates;
      judge(*articles[i]->reading, unseen.reads[i].opinions, acceptance, out[i]);
    }
  }
  return out;
}

std::vector<Candidate> apply(const AttributionSections& sections, const AttributedArticle& article) {
  const quotes::Model model({}, sections.parts, sections.links, sections.acceptance);
  const auto read = read_article(article, model.parts());
  auto candidates = link(*article.reading, read.opinions, read.cues, model.links());
  judge(*article.reading, read.opinions, model.acceptance(), candidates);
  return candidates;
}

}  // namespace pullquote::train
