#include <algorithm>
#include <array>

#include "model/hash.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

using features::Clusters;
using model::mix;
using tokens::TokenKind;
using tokens::TokenRange;

namespace {

constexpr std::uint32_t kReach = 40;         // tokens asked about on either side of a cue
constexpr std::uint32_t kQuotationEnds = 3;  // of a quotation, with its mark, that are asked about
constexpr std::uint32_t kStrangers = 3;      // of other sentences, outside quotations: they are seldom parts

std::uint64_t distance_class(std::int32_t distance) {
  const auto size = static_cast<std::uint32_t>(std::abs(distance));
  const auto bucket = size <= 5 ? size : size <= 7 ? 6u : size <= 10 ? 7u : size <= 15 ? 8u : size <= 25 ? 9u : 10u;
  return distance < 0 ? 16 + bucket : bucket;
}

std::uint64_t level(float probability) {
  return probability < 0.03F   ? 0
         : probability < 0.15F ? 1
         : probability < 0.4F  ? 2
         : probability < 0.7F  ? 3
         : probability < 0.93F ? 4
                               : 5;
}

bool is_char(const Reading& reading, std::uint32_t token, char c) {
  const auto word = reading.text.word(token);
  return word.size() == 1 && word[0] == c;
}

}  // namespace

CueView::CueView(const Reading& reading, std::span<const Opinion> opinions, std::uint32_t cue)
    : reading_(reading),
      opinions_(opinions),
      cue_(cue),
      section_(reading.text.sections[reading.section_of(cue)].tokens) {
  choose_tokens();
  measure();
  find_paths();
}

void CueView::choose_tokens() {
  const auto own = reading_[cue_].quotation;
  const auto quotations = reading_.quotations();
  const auto elided = [&](std::uint32_t token) {
    const auto q = reading_[token].quotation;
    if (q == kNone || q == own) return false;
    const auto range = quotations[q].tokens;
    return token >= range.first + kQuotationEnds && token + kQuotationEnds < range.last;
  };
  std::uint32_t strangers = 0;
  const auto is_left_out = [&](std::uint32_t token) {
    const auto& fact = reading_[token];
    return fact.quotation == kNone && fact.sentence != reading_[cue_].sentence && ++strangers > kStrangers;
  };
  std::uint32_t first = cue_;
  auto start = section_.first;
  // "“…”" and, in the next line, "— Maria Lopez".
  if (cue_ == start && start > 0 && reading_[start - 1].mark == 3) {
    start = quotations[reading_[start - 1].quotation].tokens.first;
  }
  for (std::uint32_t left = kReach; left > 0 && first > start; --left) {
    --first;
    if (is_left_out(first)) continue;
    tokens_.push_back(first);
    if (elided(first)) {
      tokens_.pop_back();
      first = quotations[reading_[first].quotation].tokens.first + kQuotationEnds;
    }
  }
  std::reverse(tokens_.begin(), tokens_.end());
  place_ = static_cast<std::uint32_t>(tokens_.size());
  tokens_.push_back(cue_);
  strangers = 0;
  auto last = section_.last;
  std::uint32_t next = cue_ + 1;
  std::uint32_t left = kReach;
  for (; left > 0 && next < last; --left, ++next) {
    if (elided(next)) next = quotations[reading_[next].quotation].tokens.last - kQuotationEnds;
    if (!is_left_out(next)) tokens_.push_back(next);
    // What a cue announces may be the quotation that makes up the next paragraph, and those that carry it on.
    if (next + 1 == last) last = next_quotation(last);
  }
}

std::uint32_t CueView::next_quotation(std::uint32_t end) const {
  if (end >= reading_.size() || reading_[end].mark != 2) return end;
  const auto& quotation = reading_.quotations()[reading_[end].quotation];
  const bool announced = reading_[end].sentence <= reading_[cue_].sentence + 1;
  return announced || quotation.continues ? quotation.tokens.last : end;
}

void CueView::measure() {
  between_.resize(tokens_.size());
  const auto walk = [&](std::int32_t step) {
    Between seen;
    std::uint32_t last_sentence = reading_[cue_].sentence;
    std::uint32_t last_quotation = reading_[cue_].quotation;
    for (auto i = static_cast<std::int64_t>(place_) + step; i >= 0 && i < static_cast<std::int64_t>(tokens_.size());
         i += step) {
      const auto token = tokens_[static_cast<std::size_t>(i)];
      const auto& fact = reading_[token];
      if (fact.sentence != last_sentence) seen.stops = static_cast<std::uint8_t>(std::min(seen.stops + 1, 3));
      if (fact.quotation != last_quotation && fact.quotation != kNone) {
        seen.marks = static_cast<std::uint8_t>(std::min(seen.marks + 1, 3));
      }
      last_sentence = fact.sentence;
      last_quotation = fact.quotation;
      between_[static_cast<std::size_t>(i)] = seen;
      if (fact.mark != 0 && fact.mark != 3) continue;
      const auto kind = reading_.text.tokens[token].kind;
      if (is_char(reading_, token, ',')) {
        seen.commas = static_cast<std::uint8_t>(std::min(seen.commas + 1, 3));
      } else if (kind == TokenKind::kPunctuation) {
        seen.colons = static_cast<std::uint8_t>(std::min(seen.colons + 1, 2));
      }
      if (opinions_[token].cue > 0.3F && step * (static_cast<std::int64_t>(token) - cue_) > 1) {
        seen.others = static_cast<std::uint8_t>(std::min(seen.others + 1, 2));
      }
    }
  };
  walk(-1);
  walk(1);

  // How the cue's clause is set off: what punctuation is nearest on each side, and whether it is next to the cue.
  const auto punctuation = [&](std::int32_t step) -> std::uint64_t {
    std::uint64_t distance = 0;
    for (auto i = static_cast<std::int64_t>(place_) + step;
         i >= 0 && i < static_cast<std::int64_t>(tokens_.size()) && distance < 8; i += step, ++distance) {
      const auto token = tokens_[static_cast<std::size_t>(i)];
      const auto& fact = reading_[token];
      if (fact.sentence != reading_[cue_].sentence) return mix(1, distance == 0);
      if (fact.mark == 2 || fact.mark == 3) return mix(2 + (fact.mark == 2), distance == 0);
      if (reading_.text.tokens[token].kind == TokenKind::kPunctuation) return mix(fact.word, distance == 0);
    }
    return distance == 8 ? 5 : 4;
  };
  signature_ = mix(punctuation(-1), punctuation(1));
}

void CueView::find_paths() {
  constexpr std::size_t kUp = 4;           // heads of the cue that a way may lead over
  constexpr std::uint32_t kClimb = 20;     // steps from a token
  std::array<std::uint32_t, kUp> heads{};  // the cue, its head, and so on
  std::array<std::uint64_t, kUp> chains{};
  std::size_t known = 0;
  std::uint64_t chain = 7;
  for (auto at = cue_; at != kNone && known < kUp; at = reading_[at].head) {
    heads[known] = at;
    chains[known++] = chain;
    chain = mix(chain, reading_[at].relation);
  }
  paths_.resize(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    std::uint64_t below = 0;  // relation of the branch that leads down to the token
    std::uint32_t steps = 0;
    for (auto at = tokens_[i]; at != kNone && steps < kClimb; at = reading_[at].head, ++steps) {
      const auto met = std::find(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(known), at);
      if (met != heads.begin() + static_cast<std::ptrdiff_t>(known)) {
        const auto branch = mix(chains[static_cast<std::size_t>(met - heads.begin())], below);
        paths_[i] = {mix(branch, std::min(steps, 3u)), branch};
        break;
      }
      below = reading_[at].relation;
    }
  }
}

namespace {

std::uint64_t middle_path(const Fact& fact) { return Clusters::prefix(fact.cluster, 10); }

}  // namespace

CueView::Place CueView::place_of(std::uint32_t index) const {
  const auto token = tokens_[index];
  const auto distance = static_cast<std::int32_t>(index) - static_cast<std::int32_t>(place_);
  const auto& f = reading_[token];
  const auto& between = between_[index];
  const std::uint64_t side = distance == 0 ? 0 : distance < 0 ? 1 : 2;
  return {.index = index,
          .side = side,
          .far = distance_class(distance),
          .gap = mix(mix(side, between.commas * 4u + between.stops),
                     between.marks * 16u + between.others * 4u + between.colons),
          .mark = f.quotation == kNone ? 0 : mix(f.mark, between.marks),
          .branch = paths_[index].branch,
          .same_sentence = f.sentence == reading_[cue_].sentence,
          .own_section = section_.contains(token)};
}

const Fact& CueView::fact(std::int64_t index) const {
  return index < 0 || index >= static_cast<std::int64_t>(tokens_.size())
             ? kEdge
             : reading_[tokens_[static_cast<std::size_t>(index)]];
}

std::uint64_t CueView::key(Group group, const Place& at) const {
  switch (group) {
    case Group::kFar:
      return mix(mix(1, cue_), at.far);
    case Group::kGap:
      return mix(mix(mix(mix(2, cue_), at.gap), at.mark), at.same_sentence * 2u + at.own_section);
    case Group::kBranch:
      return mix(mix(mix(3, cue_), at.branch), at.side);
    default:
      return mix(mix(4, tokens_[at.index]), at.side);
  }
}

void CueView::features(Group group, const Place& at, Features& out) const {
  const auto& cue = reading_[cue_];
  const auto& after = fact(std::int64_t{place_} + 1);
  const auto path = middle_path(cue);
  Templates templates(1000 + 100 * static_cast<std::uint64_t>(group), out);
  const auto add = [&](auto... values) { templates.add(values...); };
  switch (group) {
    case Group::kFar:
      add(at.side);
      add(at.far);
      add(at.far, cue.stem);
      add(at.far, path);
      add(at.far, signature_);
      add(at.far, after.word);
      add(at.far, cue.relation, cue.tag);
      return;
    case Group::kGap:
      add(at.gap);
      add(at.gap, cue.stem);
      add(at.gap, path);
      add(at.gap, after.word);
      add(at.gap, signature_);
      add(at.gap, cue.children);
      add(at.gap, at.mark, at.same_sentence);
      add(at.gap, at.mark, at.same_sentence, signature_);
      add(at.gap, at.mark, cue.stem);
      add(at.side, at.same_sentence, after.word, cue.stem);
      add(at.side, at.mark, at.own_section, signature_);
      add(at.side, at.mark, at.own_section, after.word);
      return;
    case Group::kBranch:
      add(at.branch, at.side);
      add(at.branch, at.side, cue.stem);
      add(at.branch, at.side, after.word);
      add(at.branch, at.side, signature_);
      add(at.branch, at.side, cue.children);
      add(at.branch, at.side, cue.relation, cue.tag);
      return;
    case Group::kToken:
      break;
  }
  const auto token = tokens_[at.index];
  const auto section = reading_.text.sections[reading_.section_of(token)].tokens;
  const bool first = token == section.first, last = token + 1 == section.last;
  const auto& f = reading_[token];
  const auto &p1 = first ? kEdge : reading_[token - 1], &n1 = last ? kEdge : reading_[token + 1];
  const auto& opinion = opinions_[token];
  const std::uint64_t best_before = first ? 9 : opinions_[token - 1].best;
  const std::uint64_t best_after = last ? 9 : opinions_[token + 1].best;
  add(at.side, f.word);
  add(at.side, p1.word);
  add(at.side, n1.word);
  add(at.side, f.shape, p1.shape, n1.shape);
  add(at.side, f.entity, p1.entity, n1.entity);
  add(at.side, mix(mix(level(opinion.cue), level(opinion.source)), level(opinion.content)));
  add(at.side, opinion.best, best_before, best_after);
  add(at.side, opinion.best, f.entity);
}

void CueView::own_features(const Place& at, Features& out) const {
  const auto token = tokens_[at.index];
  const auto& f = reading_[token];
  const auto &p1 = fact(std::int64_t{at.index} - 1), &n1 = fact(std::int64_t{at.index} + 1);
  const auto& cue = reading_[cue_];
  const auto& opinion = opinions_[token];
  Templates templates(2000, out);
  const auto add = [&](auto... values) { templates.add(values...); };

  add(at.mark, at.side, p1.mark, n1.mark);
  // The first tagger's opinions.
  add(mix(mix(level(opinion.cue), level(opinion.source)), level(opinion.content)), at.far);
  add(opinion.best, at.far, at.same_sentence);
  add(opinion.best, at.side, cue.stem);
  add(level(opinion.source), at.gap, level(opinions_[cue_].cue));
  add(level(opinion.content), at.gap, level(opinions_[cue_].cue));

  if (f.tag == 0) return;
  add(f.tag, at.gap);
  add(f.tag, at.side, cue.tag, fact(std::int64_t{place_} + 1).tag);
  const auto branch_at = [&](std::int64_t i) -> std::uint64_t {
    return i < 0 || i >= static_cast<std::int64_t>(tokens_.size()) ? 3 : paths_[static_cast<std::size_t>(i)].branch;
  };
  add(paths_[at.index].whole, at.side);
  add(at.branch, opinion.best);
  add(at.branch, at.gap);
  add(at.branch, branch_at(std::int64_t{at.index} - 1), at.side);
  add(at.branch, branch_at(std::int64_t{at.index} + 1), at.side);
  add(f.relation, at.side, at.same_sentence);
}

void CueView::features(std::uint32_t index, Features& out) const {
  const auto at = place_of(index);
  for (const auto group : kGroups) features(group, at, out);
  own_features(at, out);
}

}  // namespace pullquote::quotes
