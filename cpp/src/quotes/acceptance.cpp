#include <algorithm>
#include <cmath>

#include "model/hash.h"
#include "quotes/candidates.h"

// Whether an attribution is one that a reader would mark: what its parts look like as wholes, which the taggers, who
// see tokens, cannot say.

namespace pullquote::quotes {

using model::mix;

namespace {

std::uint64_t level(float probability) {
  const auto odds = std::log(std::max(probability, 1e-4F) / std::max(1 - probability, 1e-4F));
  return static_cast<std::uint64_t>(std::clamp(static_cast<int>(std::floor(odds * 1.25F)) + 8, 0, 16));
}

std::uint64_t size_class(std::size_t size) {
  return size <= 3 ? size : size <= 5 ? 4 : size <= 8 ? 5 : size <= 14 ? 6 : size <= 25 ? 7 : size <= 50 ? 8 : 9;
}

/// How a part hangs in the tree: how many of its tokens have their head outside of it, how the first does, and which is
/// the last.
struct Hold {
  std::uint64_t roots = 0;
  std::uint64_t relation = 0;
  bool on_anchor = false;
  std::uint64_t stem = 0;
  std::uint8_t tag = 0;
  std::uint32_t last_root = 0;
};

Hold hold_of(const Reading& reading, const std::vector<std::uint32_t>& part, std::uint32_t anchor) {
  Hold hold;
  for (const auto token : part) {
    const auto& fact = reading[token];
    if (fact.head != kNone && std::binary_search(part.begin(), part.end(), fact.head)) continue;
    if (hold.roots == 0 || (!hold.on_anchor && fact.head == anchor)) {
      hold.relation = fact.relation;
      hold.on_anchor = fact.head == anchor;
      hold.stem = fact.stem;
      hold.tag = fact.tag;
    }
    hold.roots = std::min<std::uint64_t>(hold.roots + 1, 4);
    hold.last_root = token;
  }
  return hold;
}

/// How many clauses a content seems to have outside quotation marks, as verbs and as subjects, three at most.
struct Clauses {
  std::uint64_t verbs = 0, subjects = 0;
};

Clauses clauses_of(const Reading& reading, const std::vector<std::uint32_t>& content) {
  Clauses clauses;
  for (const auto token : content) {
    const auto& fact = reading[token];
    if (fact.mark != 0) continue;
    if (fact.is_finite()) ++clauses.verbs;
    if (fact.is(syntax::Relation::kNsubj) || fact.is(syntax::Relation::kNsubjPass)) ++clauses.subjects;
  }
  return {std::min<std::uint64_t>(clauses.verbs, 3), std::min<std::uint64_t>(clauses.subjects, 3)};
}

/// What stands at an edge of a part: a hash of the word there, with the sentence's edge apart.
std::uint64_t word_at(const Reading& reading, std::int64_t token, std::uint32_t sentence) {
  if (token < 0 || token >= reading.size()) return 1;
  const auto& fact = reading[static_cast<std::uint32_t>(token)];
  return fact.sentence == sentence ? fact.word : 2;
}

}  // namespace

void acceptance_features(const Reading& reading, std::span<const Opinion> opinions,
                         std::span<const Candidate> attributions, std::size_t index, Features& out) {
  Templates templates(2000, out);
  const auto add = [&](auto... values) { templates.add(values...); };
  const auto& a = attributions[index];
  const auto& cue = reading[a.anchor];
  const auto link = level(a.link), content = level(a.content_certainty), source = level(a.source_certainty);
  const auto claim = level(a.claim);

  std::size_t quoted = 0;
  for (const auto token : a.content) quoted += reading[token].mark != 0 ? 1 : 0;
  const std::uint64_t kind = 10 * quoted >= 9 * a.content.size() ? 0 : quoted > 0 ? 1 : 2;
  const bool before = a.content.front() < a.anchor;
  const auto runs =
      1 + std::count_if(a.content.begin() + 1, a.content.end(), [&](const auto& t) { return t != *(&t - 1) + 1; });
  const std::uint64_t has_source = a.source.empty() ? 0 : 1;
  const std::uint64_t who = a.source.empty() ? 0 : mix(reading[a.source.back()].entity, a.source.size() == 1);

  add(0);
  add(link);
  add(link, kind);
  add(content);
  add(content, kind);
  add(source, has_source);
  add(claim, kind);
  // What other readings of the same cue say.
  auto low = index, high = index + 1;
  while (low > 0 && attributions[low - 1].anchor == a.anchor) --low;
  while (high < attributions.size() && attributions[high].anchor == a.anchor) ++high;
  const auto& first_reading = attributions[low];
  std::uint64_t readings = 0, same_content = 0, same_source = 0;
  for (auto other = low; other < high; ++other) {
    if (other == index) continue;
    readings |= std::uint64_t{1} << attributions[other].variant;
    if (attributions[other].content == a.content) ++same_content;
    if (attributions[other].source == a.source) ++same_source;
  }
  const auto against =
      static_cast<std::int64_t>(a.content.size()) - static_cast<std::int64_t>(first_reading.content.size());
  add(a.variant, readings);
  add(a.variant, same_content, same_source);
  add(a.variant, source);
  add(a.variant, content);
  add(a.variant, cue.stem);
  add(a.variant, link);
  add(a.variant, against > 0 ? 10 + size_class(static_cast<std::size_t>(against))
                             : size_class(static_cast<std::size_t>(-against)));
  add(a.variant, content, level(first_reading.content_certainty));
  add(a.variant, source, level(first_reading.source_certainty));
  add(link, content, has_source);
  add(level(opinions[a.anchor].cue));
  add(level(opinions[a.anchor].cue), link);
  add(cue.stem);
  add(cue.stem, kind);
  add(cue.stem, has_source);
  add(cue.cluster);
  add(kind, before, runs);
  add(kind, size_class(a.content.size()), has_source);
  add(size_class(a.content.size()), link);
  add(size_class(a.cue.size()), cue.stem);
  add(size_class(a.source.size()), who);
  add(who, kind);
  const auto first = a.content.front(), last = a.content.back();
  add(reading[first].word);
  add(reading[first].word, cue.stem);
  const auto word_behind = word_at(reading, std::int64_t{last} + 1, reading[last].sentence);
  const auto word_before = word_at(reading, std::int64_t{first} - 1, reading[first].sentence);
  add(word_behind, before);
  add(word_before, before);
  add(a.variant, word_behind);
  add(a.variant, word_before);
  add(a.cue.size() == 1 ? 0 : reading[a.cue.back()].word, cue.stem);
  add(a.cue.size() == 1 ? 0 : reading[a.cue.front()].word, kind);
  float weakest = 1, mean = 0;
  for (const auto token : a.content) {
    weakest = std::min(weakest, opinions[token].content);
    mean += opinions[token].content;
  }
  mean /= static_cast<float>(a.content.size());
  add(level(mean), kind);
  add(level(mean), content);
  add(level(weakest), kind);
  float source_mean = 0;
  for (const auto token : a.source) source_mean += opinions[token].source;
  if (!a.source.empty()) source_mean /= static_cast<float>(a.source.size());
  add(level(source_mean), has_source);

  // Rivals for the same content, and whether this one lies inside another.
  float rival = 0;
  bool inside = false, holds = false, shares_source = false;
  const auto from = index > 24 ? index - 24 : 0;
  for (auto other = from; other < std::min(attributions.size(), index + 25); ++other) {
    if (other == index || attributions[other].anchor == a.anchor) continue;
    const auto& b = attributions[other];
    std::size_t shared = 0;
    std::size_t i = 0, j = 0;
    while (i < a.content.size() && j < b.content.size()) {
      if (a.content[i] == b.content[j]) {
        ++shared, ++i, ++j;
      } else if (a.content[i] < b.content[j]) {
        ++i;
      } else {
        ++j;
      }
    }
    if (b.variant != kLikeliest && b.variant != kAsCue) continue;
    if (shared > 0) rival = std::max(rival, b.link * b.content_certainty);
    if (std::binary_search(b.content.begin(), b.content.end(), a.anchor) && b.link > 0.3F) inside = true;
    if (std::binary_search(a.content.begin(), a.content.end(), b.anchor) && b.link > 0.3F) holds = true;
    if (!a.source.empty() && a.source == b.source && b.link > 0.3F) shares_source = true;
  }
  const auto rivalry = level(rival);
  add(rivalry);
  add(rivalry, link, content);
  add(inside, holds, shares_source);
  add(inside, link);
  add(holds, link);
  add(cue.mark, kind);
  const auto said = hold_of(reading, a.content, a.anchor), speaker = hold_of(reading, a.source, a.anchor);
  add(said.relation, said.on_anchor, said.roots, kind);
  add(said.relation, said.on_anchor, cue.stem);
  add(said.relation, said.on_anchor, link, kind);
  add(speaker.relation, speaker.on_anchor, speaker.roots);
  add(speaker.relation, speaker.on_anchor, cue.tag, kind);
  add(speaker.relation, speaker.on_anchor, source);
  add(speaker.stem, kind);
  add(speaker.tag, speaker.relation, speaker.on_anchor);
  add(said.relation, speaker.relation, said.on_anchor, speaker.on_anchor, cue.relation);
  add(reading[first].tag, said.relation, cue.tag);
  add(reading[last].tag, reading[first].tag, kind);
  add(cue.relation, cue.tag, kind);
  add(cue.relation, has_source, cue.tag);
  add(reading[last].relation, last + 1 < reading.size() ? reading[last + 1].tag : 0, kind);
  add(cue.tag, cue.stem);
  add(cue.tag, kind, has_source);
  add(cue.children, kind, before);
  // A part that hangs in the tree apart from the others, and more clauses than a cue takes, may be the reporter's.
  const auto& root = reading[said.last_root];
  const bool apart = said.roots > 1, root_on_anchor = root.head == a.anchor;
  add(apart, root.relation, root.tag, root_on_anchor);
  add(apart, root.relation, said.relation, root_on_anchor, said.on_anchor);
  add(apart, root.relation, root.stem);
  add(apart, root.relation, kind, root.mark);
  const auto clauses = clauses_of(reading, a.content);
  add(clauses.verbs, clauses.subjects);
  add(clauses.verbs, clauses.subjects, said.relation);
  add(clauses.verbs, clauses.subjects, kind, size_class(a.content.size()));
  add(clauses.verbs, clauses.subjects, a.variant);
  add(clauses.verbs, cue.stem);
  add(clauses.verbs, reading[first].tag);
  // How what is said is set off: its edges and what stands beyond, in the view of the first tagger and by the marks.
  const auto beyond = last + 1 < reading.size() ? last + 1 : last, before_first = first > 0 ? first - 1 : first;
  const auto edge = [&](std::uint32_t token, std::uint32_t sentence) -> std::uint64_t {
    return reading[token].sentence == sentence ? 1 + reading[token].mark : 0;
  };
  const auto next = edge(beyond, reading[last].sentence), previous = edge(before_first, reading[first].sentence);
  add(level(opinions[last].content), level(opinions[beyond].content), kind);
  add(level(opinions[first].content), level(opinions[before_first].content), kind);
  add(level(opinions[beyond].cue), level(opinions[beyond].source), next);
  add(reading[first].mark, previous, reading[last].mark, next);
  add(a.variant, reading[last].tag, next == 0 ? 0 : reading[beyond].tag);
  add(a.variant, reading[first].tag, previous == 0 ? 0 : reading[before_first].tag);
  add(reading[last].mark, next, reading[beyond].word);
  add(reading[first].mark, previous, reading[before_first].word);
  add(8 * quoted / a.content.size(), runs, claim);
  add(std::min(reading[last].sentence - reading[first].sentence, 3u), kind, runs);
  if (!a.source.empty()) {
    const auto start = a.source.front(), end = a.source.back();
    const bool left = end < a.anchor;
    const auto away = size_class(left ? a.anchor - end : start > a.anchor ? start - a.anchor : 0);
    const auto gaps = std::min<std::size_t>(end - start + 1 - a.source.size(), 3);
    add(gaps, a.variant);
    add(away, left, reading[start].sentence == cue.sentence);
    add(away, left, source);
    add(reading[start].entity, reading[start].tag, gaps);
    add(reading[start].word, start > 0 ? reading[start - 1].word : 0);
    add(reading[end].tag, end + 1 < reading.size() ? reading[end + 1].word : 0);
  }
  const auto section = reading.section_of(a.anchor);
  add(static_cast<unsigned>(reading.text.sections[section].kind), kind, link);
  if (a.variant == kGreedy) {
    add(level(a.contest), claim);
    add(level(a.contest), link);
    add(level(a.contest), inside, holds);
  }
}

void judge(const Reading& reading, std::span<const Opinion> opinions, const model::Weights& acceptance,
           std::vector<Candidate>& attributions) {
  Features features;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    features.clear();
    acceptance_features(reading, opinions, attributions, i, features);
    std::array<std::int32_t, kVerdicts> scores{};
    acceptance.add(features.all(), scores);
    const auto odds = static_cast<float>(scores[1] - scores[0]) * acceptance.scale();
    attributions[i].confidence = 1 / (1 + std::exp(-odds));
  }
}

}  // namespace pullquote::quotes
