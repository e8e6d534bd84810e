#include "learned.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content_edges.h"
#include "quotes/candidates.h"
#include "source_names.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

// Below, an attribution is wrong more often than right, in the measure that weighs both errors alike.
constexpr float kLeastConfidence = 0.3F;
// A quotation is somebody's, so that an unsure speaker is better than none. Where the marks stand in a clause that was
// said, hardly anything else than that clause can be meant, however unsure its edges make the answer.
constexpr float kLeastWithQuotation = 0.18F, kLeastMixed = 0.1F;
constexpr float kLeastForTitle = 0.6F;

std::vector<TokenRange> ranges_of(const std::vector<std::uint32_t>& tokens) {
  std::vector<TokenRange> ranges;
  for (const auto token : tokens) {
    if (!ranges.empty() && ranges.back().last == token) {
      ++ranges.back().last;
    } else {
      ranges.push_back({token, token + 1});
    }
  }
  return ranges;
}

std::vector<TokenRange> outside(const std::vector<TokenRange>& ranges, const std::vector<TokenRange>& others) {
  std::vector<TokenRange> out;
  for (const auto range : ranges) {
    auto from = range.first;
    for (const auto other : others) {
      if (!other.overlaps({from, range.last})) continue;
      if (from < other.first) out.push_back({from, other.first});
      from = std::min(other.last, range.last);
    }
    if (from < range.last) out.push_back({from, range.last});
  }
  return out;
}

/// "The Salt Road", with marks around it: the name of something, unless there is good reason to think that it was said.
bool may_be_title(const Article& a, const std::vector<TokenRange>& content) {
  constexpr std::uint32_t kLongestTitle = 4;
  if (content.size() != 1 || content[0].size() > kLongestTitle || !a.is_quoted(content[0].first)) return false;
  for (auto i = content[0].first; i < content[0].last; ++i) {
    if (!a.token(i).upper && !a.is(i, kPreposition | kDeterminer | kConjunction)) return false;
  }
  return true;
}

/// How sure an attribution of this content must be.
float least_for(const Article& a, const std::vector<std::uint32_t>& content) {
  bool quoted = false, plain = false;
  for (const auto token : content) {
    if (a.is_quoted(token)) {
      quoted = true;
    } else if (a.is_word(token)) {
      plain = true;
    }
  }
  return !quoted ? kLeastConfidence : plain ? kLeastMixed : kLeastWithQuotation;
}

Polarity polarity_of(const Article& a, std::uint32_t anchor) {
  if (!a.is_word(anchor)) return Polarity::kAsserted;
  return polarity_of(verb_group(a, anchor, a.sentence(anchor).first), a.takes(anchor, kDenial));
}

/// Adds what a candidate attributes: two things where a participle goes on ("voiced support for the crew, praising
/// their work").
void add(const Article& a, const Candidate& candidate, Attributions& found) {
  auto content = ranges_of(candidate.content);
  const auto end = content.back().last;
  const auto participle = parallel_participle(a, content.back(), candidate.anchor);
  if (participle != Article::kNone) content.back().last = participle - 1;
  Attribution attribution{.content = trimmed_content(a, std::move(content), candidate.anchor),
                          .source = named_sources(a, ranges_of(candidate.source), candidate.anchor),
                          .polarity = polarity_of(a, candidate.anchor),
                          .confidence = candidate.confidence};
  if (attribution.content.empty()) return;
  if (candidate.confidence < kLeastForTitle && may_be_title(a, attribution.content)) return;
  std::vector<std::uint32_t> cue;  // without words of another's
  std::copy_if(candidate.cue.begin(), candidate.cue.end(), std::back_inserter(cue),
               [&](auto token) { return !found.is_used(token); });
  attribution.cue = outside(ranges_of(cue), attribution.source);
  attribution.end = std::max(candidate.content.back(), candidate.anchor) + 1;
  if (!candidate.cue.empty()) attribution.end = std::max(attribution.end, candidate.cue.back() + 1);
  if (!candidate.source.empty()) attribution.end = std::max(attribution.end, candidate.source.back() + 1);
  auto other = attribution;
  found.add(a, std::move(attribution));
  if (participle == Article::kNone || found.is_used(participle)) return;
  other.content = trimmed_content(a, {{participle + 1, end}}, participle);
  other.cue = {{participle, participle + 1}};
  other.polarity = polarity_of(a, participle);
  if (!other.content.empty()) found.add(a, std::move(other));
}

}  // namespace

void attribute_as_learned(const Article& article, const Model& model, Attributions& found) {
  const Reading reading(article.text, article.words, model.clusters(), article.parse, article.linked,
                        article.quotations, article.read_as);
  const auto opinions = read_parts(reading, model.parts());
  const auto cues = candidate_cues(reading, opinions);
  auto candidates = link(reading, opinions, cues, model.links());
  judge(reading, opinions, model.acceptance(), candidates);
  const auto told = found.told();
  std::erase_if(candidates, [&](const Candidate& c) { return c.confidence < least_for(article, c.content); });
  for (auto& candidate : select(std::move(candidates), 0)) {
    if (std::any_of(candidate.content.begin(), candidate.content.end(), [&](auto token) { return told[token]; })) {
      continue;
    }
    if (found.is_used(candidate.anchor)) continue;  // a quotation behind its cue is carried on
    add(article, candidate, found);
  }
}

}  // namespace pullquote::quotes
