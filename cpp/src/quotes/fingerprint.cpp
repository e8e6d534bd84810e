#include "quotes/fingerprint.h"

#include <array>
#include <vector>

#include "model/fingerprint.h"
#include "quotes/candidates.h"
#include "quotes/quotations.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

namespace {

// Tokens from one made-up cue to the next.
constexpr std::uint32_t kCueEvery = 5, kAnchorEvery = 3;

// What only quotations in paragraphs of their own show: a cue that announces the next paragraph and those that carry it
// on, and a line that names who said what stands above it. Each token of it is taken for a cue.
constexpr const char* kParagraphs =
    "Mayor Ruiz was blunt, and told the council on Tuesday:\n\n“We will not sell the harbour.\n\n“Nobody asked "
    "us.”\n\n— Ana Ruiz\n";

// A tree of each sentence: its first word is the root, every other one hangs from one before it.
syntax::Parse made_up_parse(const tokens::TokenizedText& text) {
  const auto size = text.tokens.size();
  syntax::Parse parse{.tags = std::vector<syntax::Tag>(size),
                      .heads = std::vector<std::uint32_t>(size, syntax::kRoot),
                      .relations = std::vector<syntax::Relation>(size, syntax::Relation::kRoot)};
  for (std::uint32_t i = 0; i < size; ++i) parse.tags[i] = static_cast<syntax::Tag>((5 * i + 1) % syntax::kTags);
  for (const auto& sentence : text.sentences) {
    const auto first = sentence.tokens.first;
    for (auto i = first + 1; i < sentence.tokens.last; ++i) {
      parse.heads[i] = first + (i - first - 1) / 2;
      parse.relations[i] = static_cast<syntax::Relation>((3 * i + 2) % syntax::kRelations);
    }
  }
  return parse;
}

entities::Linked made_up_mentions(const tokens::TokenizedText& text) {
  entities::Linked linked;
  for (std::uint32_t i = 0; i + 1 < text.tokens.size(); ++i) {
    if (!text.tokens[i].upper) continue;
    const auto number = linked.mentions.size();
    linked.mentions.push_back({.tokens = {i, i + 1 + i % 2},
                               .kind = static_cast<MentionKind>(number % kMentionKindNames.size()),
                               .label = static_cast<Label>(number % kLabelNames.size())});
  }
  return linked;
}

// From 0.04 to 0.92.
float probability(std::uint32_t number) { return (static_cast<float>(number % 10) + 0.4F) / 10.2F; }

std::vector<Opinion> made_up_opinions(std::uint32_t size) {
  std::vector<Opinion> opinions(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    opinions[i] = {.cue = probability(7 * i),
                   .source = probability(3 * i + 1),
                   .content = probability(9 * i + 2),
                   .best = static_cast<Part>(i % kParts)};
  }
  return opinions;
}

// One attribution for each cue, with a second reading of some; all kinds of content, with a source and without.
std::vector<Candidate> made_up_attributions(std::uint32_t size) {
  const auto range = [&](std::uint32_t first, std::uint32_t count) {
    std::vector<std::uint32_t> tokens;
    for (auto i = first; i < std::min(first + count, size); ++i) tokens.push_back(i);
    return tokens;
  };
  std::vector<Candidate> out;
  for (std::uint32_t anchor = 9; anchor + 3 < size; anchor += kAnchorEvery) {
    const auto number = anchor / kAnchorEvery;
    Candidate candidate{.anchor = anchor, .cue = range(anchor, 1 + number % 2), .link = probability(3 * number)};
    candidate.content = number % 2 == 0 ? range(anchor + 2, 3 + number) : range(anchor - 9, 7);
    if (number % 3 != 0) candidate.source = range(anchor - 2, 1 + number % 2);
    candidate.source_certainty = probability(number + 4);
    candidate.content_certainty = probability(7 * number);
    candidate.claim = probability(9 * number + 5);
    out.push_back(candidate);
    if (number % 2 == 0) continue;
    candidate.content.pop_back();
    candidate.variant = static_cast<Variant>(1 + number / 2 % (kVariants - 1));
    if (candidate.variant == kGreedy) candidate.contest = probability(5 * number);
    out.push_back(candidate);
  }
  return out;
}

struct Prints {
  model::Fingerprint parts, links, acceptance;
};

void add(const features::Sample& sample, std::uint32_t cue_every, Prints& prints) {
  const auto& text = sample.tokens;
  const Reading reading(text, sample.words, sample.clusters, made_up_parse(text), made_up_mentions(text),
                        find_quotations(text, false));
  Features features;
  const auto opinions = made_up_opinions(reading.size());
  for (const auto& section : text.sections) {
    for (auto i = section.tokens.first; i < section.tokens.last; ++i) {
      features.clear();
      part_features(reading, section.tokens, i, features);
      prints.parts.add(features.all());
    }
  }
  for (std::uint32_t cue = 0; cue < reading.size(); cue += cue_every) {
    const CueView view(reading, opinions, cue);
    for (std::uint32_t i = 0; i < view.tokens().size(); ++i) {
      features.clear();
      view.features(i, features);
      prints.links.add(features.all());
    }
  }
  const auto attributions = made_up_attributions(reading.size());
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    features.clear();
    acceptance_features(reading, opinions, attributions, i, features);
    prints.acceptance.add(features.all());
  }
}

}  // namespace

Fingerprints fingerprints(const features::Sample& sample) {
  Prints prints;
  add(sample, kCueEvery, prints);
  add(features::Sample({.text = kParagraphs, .names = {}, .clusters = {}}), 1, prints);
  return {prints.parts.value(), prints.links.value(), prints.acceptance.value()};
}

const Fingerprints& fingerprints() {
  static const auto own = fingerprints(features::Sample());
  return own;
}

}  // namespace pullquote::quotes
