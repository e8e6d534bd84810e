#include "phrases.h"

#include <algorithm>

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kReach = 30;  // tokens that a noun phrase may have
constexpr std::uint32_t kParenthesis = 10;
constexpr std::uint32_t kTries = 3;  // commas looked back over for the start of an apposition

constexpr std::string_view kMedia =
    "statement interview speech letter tweet conference report note email e-mail post message memo release briefing "
    "address podcast column article blog editorial book filing testimony hearing call ad video interviews statements "
    "tweets remarks press news phone television website site meeting rally debate affidavit appearance event broadcast "
    "telegram "
    "twitter facebook instagram radio television";

bool is_media(const Article& a, std::uint32_t i) { return is_among(kMedia, a.lower(i)); }

bool is_finite_cue(const Article& a, std::uint32_t i) {
  if (a.cue(i) == nullptr || a.lower(i).ends_with("ing")) return false;
  return !a.takes(i, kNounToo | kNoun) || a.lower(i).ends_with("ed");
}

/// A phrase must have a head: a name, a word of the open classes, or a pronoun that stands alone.
bool has_head(const Article& a, TokenRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    if (a.is_somebody(i)) return true;
    if (a.token(i).kind == TokenKind::kHandle) return true;
    if (a.is_word(i) && !a.is_quoted(i) && !a.is(i, 0xffffffff & ~(kDeterminer | kTheySpeak | kSubject))) {
      if (!a.is(i, kDeterminer) || (range.size() == 1 && a.lower(i) != "the" && a.lower(i) != "a" &&
                                    a.lower(i) != "an" && a.lower(i) != "no" && a.lower(i) != "every"))
        return true;
    }
  }
  return false;
}

// The parenthesis that the one at `closing` closes, or `closing` where none is near.
std::uint32_t opening_of(const Article& a, std::uint32_t closing, std::uint32_t from) {
  for (auto i = closing; i > from && closing - i < kParenthesis; --i) {
    if (a.is_char(i - 1, '(')) return i - 1;
  }
  return closing;
}

// One past the parenthesis that opens at `opening`, or `opening` where it is not closed near.
std::uint32_t closing_of(const Article& a, std::uint32_t opening, std::uint32_t to) {
  for (auto i = opening; i < to && i - opening < kParenthesis; ++i) {
    if (a.is_char(i, ')')) return i + 1;
  }
  return opening;
}

// Leading words that belong to the clause and not to the phrase.
TokenRange stripped(const Article& a, TokenRange range) {
  while (range.first < range.last && a.mention(range.first) == nullptr && !a.is(range.first, kTheySpeak) &&
         ((a.is(range.first, kPreposition | kAdverb | kConjunction | kTime) && !a.is(range.first, kDeterminer)) ||
          a.is_joint(range.first))) {
    ++range.first;
  }
  return range;
}

std::optional<TokenRange> core_before(const Article& a, std::uint32_t end, std::uint32_t from, bool relative = true) {
  auto first = end;
  // "Officials on Monday said": the time is no part of the phrase.
  while (first > from && a.is_date(first - 1)) {
    first = a.mention(first - 1)->tokens.first;
    if (first > from && (a.lower(first - 1) == "on" || a.lower(first - 1) == "in")) --first;
  }
  end = std::max(first, from);
  first = end;
  while (first > from && end - first < kReach) {
    const auto i = first - 1;
    if (const auto* m = a.mention(i); m != nullptr) {
      if (m->kind == MentionKind::kPronoun && !a.is(i, kDeterminer)) {
        if (first == end) return TokenRange{m->tokens.first, end};
        break;
      }
      first = std::max(m->tokens.first, from);
      continue;
    }
    if (a.is_quoted(i)) break;
    if (a.is_char(i, ')')) {
      const auto opening = opening_of(a, i, from);
      if (opening == i) break;
      first = opening;  // "Rep. Moore (D-Wis.) said"
      continue;
    }
    if (!a.is_word(i) && a.token(i).kind != TokenKind::kNumber && a.token(i).kind != TokenKind::kHandle &&
        a.token(i).kind != TokenKind::kHashtag) {
      if (a.is_joint(i) && first != end) {
        first = i;
        continue;
      }
      if (a.token(i).kind == TokenKind::kClitic && a.is_joint(i)) return std::nullopt;  // "Maduro's | claims"
      break;
    }
    if (a.is(i, kSubject) && !a.is(i, kDeterminer) && !a.is(i, kRelative)) {
      if (first == end) return TokenRange{i, end};
      break;
    }
    if (a.is(i, kRelative)) {
      // "The man who opened the bridge said"; with nothing between, "who" is the subject itself.
      if (first == end) return TokenRange{i, end};
      if (relative) {
        if (const auto whole = core_before(a, i, from, false)) return TokenRange{whole->first, end};
      }
      break;
    }
    if (a.is(i, kConjunction) && i > from && a.is_joint(i - 1)) {
      first = i;  // "warm-and-fuzzy"
      continue;
    }
    if (a.is(i, kConjunction)) {
      const bool joins = a.lower(i) == "and" && first < end && i > from && a.is_somebody(i + 1) && a.is_somebody(i - 1);
      if (!joins) break;
      first = i;
      continue;
    }
    if (a.is(i, kAuxiliary | kModal | kSubordinator | kQuestionWord)) break;
    if (a.lower(i) == "to" || is_finite_cue(a, i)) break;
    first = i;
  }
  // "an official who spoke to explain the plan said": the clause may hold what stopped the walk.
  if (relative) {
    for (auto i = first; i > from && end - i < kReach && (a.is_word(i - 1) || a.is_joint(i - 1)) && !a.is_quoted(i - 1);
         --i) {
      if (!a.is(i - 1, kRelative) || a.mention(i - 1) != nullptr) continue;
      if (const auto whole = core_before(a, i - 1, from, false)) return TokenRange{whole->first, end};
      break;
    }
  }
  const auto range = stripped(a, {first, end});
  if (range.empty() || !has_head(a, range)) return std::nullopt;
  return range;
}

bool is_noun_after_name(const Article& a, std::uint32_t i) {
  constexpr std::uint64_t kNouns = features::kRole | features::kRoleModifier | features::kKinship | features::kOrgHead |
                                   features::kWeakHead | features::kFacilityHead | features::kEventHead;
  return a.is(i, kTheySpeak) || a.words.is(i, kNouns) ||
         is_among("campaign administration team staff side camp allies ally", a.lower(i));
}

bool opens_apposition(const Article& a, std::uint32_t i) {
  if (a.is_date(i)) return false;
  if (a.token(i).kind ==
      TokenKind::kNumber) {  // an age, or "24-year-old"; "…, 430 people came" goes on with the sentence
    return i + 1 < a.size() && (!a.is_word(i + 1) && a.token(i + 1).kind != TokenKind::kSymbol);
  }
  if (a.is(i, kDeterminer | kRelative) || a.is_somebody(i)) return true;
  if (!a.is_word(i) || a.is_quoted(i)) return false;
  if (a.words.is(i, features::kRole | features::kRoleModifier | features::kKinship)) return true;
  return a.token(i).upper && !a.is(i, kPreposition | kConjunction | kSubordinator);
}

}  // namespace

std::optional<TokenRange> subject_before(const Article& a, std::uint32_t end, std::uint32_t from) {
  if (end <= from) return std::nullopt;
  // 'who promised "buses that bend," said': the comma stands inside the marks.
  const bool quoted_comma =
      a.closes_quotation(end - 1) && a.is_char(a.last_inside(a.quotations[a.quotation_at(end - 1)]), ',');
  if (!quoted_comma && !a.is_char(end - 1, ',') && !a.is_dash(end - 1)) return core_before(a, end, from);
  // "Jones, a critic of the plan, said": the comma before closes an apposition; find the one that opened it.
  const auto closing = end - 1;
  const auto reach = std::max(from, closing > 2 * kReach ? closing - 2 * kReach : 0);
  std::uint32_t tries = 0;
  for (auto i = closing; i > reach && tries < kTries; --i) {
    const auto comma = i - 1;
    if (a.is_quoted(comma)) {
      i = std::max(a.quotations[a.quotation_at(comma)].tokens.first, reach) + 1;
      continue;
    }
    if (!a.is_char(comma, ',') && !a.is_free_dash(comma)) continue;
    if (comma + 1 == closing || !opens_apposition(a, comma + 1)) {
      ++tries;
      continue;
    }
    ++tries;
    const auto core = core_before(a, comma, from, false);
    if (!core) continue;
    // "of Austin, Texas, said": the two are one place.
    const auto* last = a.mention(comma - 1);
    if (last != nullptr && last->label == Label::kLoc && a.is_somebody(comma + 1) && tries < kTries) {
      continue;
    }
    // What was found may be an apposition itself: "Scott, the chief of Oz, one of the states, said".
    auto first = core->first;
    for (std::uint32_t k = 0; k < kTries && first > from + 1 && a.is_char(first - 1, ',') &&
                              opens_apposition(a, first) && a.is_somebody(first - 2) && a.is(first, kDeterminer);
         ++k) {
      const auto outer = core_before(a, first - 1, from, false);
      if (!outer) break;
      first = outer->first;
    }
    return TokenRange{first, quoted_comma ? end : closing};
  }
  return std::nullopt;
}

std::optional<TokenRange> subject_after(const Article& a, std::uint32_t begin, std::uint32_t to) {
  to = std::min({to, a.size(), begin + 2 * kReach});
  if (begin >= to || a.is_quoted(begin)) return std::nullopt;
  const auto* opening = a.mention(begin);
  if (opening != nullptr && opening->kind == MentionKind::kPronoun && !a.is(begin, kDeterminer)) return opening->tokens;
  const bool plain = a.is_word(begin) && opening == nullptr;
  if (plain && a.is(begin, kSubject) && !a.is(begin, kDeterminer)) return TokenRange{begin, begin + 1};
  if (a.is_date(begin)) {
    // "9/11 widow Ana Reyes", not "Monday on the radio"
    const auto next = opening->tokens.last;
    if (next >= to || !a.is_word(next) || a.token(next).upper || a.is(next, ~0u) || a.cue(next) != nullptr)
      return std::nullopt;
  }
  const bool opens = opening != nullptr || a.token(begin).kind == TokenKind::kNumber ||
                     a.token(begin).kind == TokenKind::kHandle ||
                     (plain && (a.token(begin).upper || a.is(begin, kDeterminer | kTheySpeak) ||
                                a.words.is(begin, features::kRole | features::kRoleModifier)));
  if (!opens || (plain && a.is(begin, kPreposition | kConjunction | kSubordinator) && !a.is(begin, kDeterminer)))
    return std::nullopt;
  auto end = begin;
  bool named = false;
  while (end < to && end - begin < kReach) {
    if (const auto* m = a.mention(end); m != nullptr) {
      if ((!a.is_somebody(end) && end > begin) || (m->kind == MentionKind::kPronoun && !a.is(end, kDeterminer))) break;
      end = std::min(m->tokens.last, to);
      named = named || m->label == Label::kPerson || m->label == Label::kOrg;
      continue;
    }
    if (a.is_quoted(end)) break;
    if (a.is_char(end, '(') && end > begin) {
      const auto closing = closing_of(a, end, to);
      if (closing == end) break;
      end = closing;
      continue;
    }
    if (a.token(end).kind == TokenKind::kHandle) {
      named = true;
      ++end;
      continue;
    }
    if (!a.is_word(end) && a.token(end).kind != TokenKind::kNumber) {
      if (!a.is_joint(end)) break;
      named = named && a.token(end).kind != TokenKind::kClitic;  // "Reyes's | lawyer"
      ++end;
      continue;
    }
    // After a name a word in lower case is a verb, unless it is known to be what names describe: "Bank officials".
    if (named && a.is_word(end) && !a.token(end).upper && !a.is(end, kPreposition | kConjunction) &&
        !is_noun_after_name(a, end) && !a.is_joint(end - 1))
      break;
    if (a.is(end, kConjunction)) {
      if (a.lower(end) != "and" || end + 1 >= to || !a.is_somebody(end + 1)) break;
    } else if (a.is(end, kTime | kAuxiliary | kModal | kRelative | kNegation) || a.lower(end) == "that" ||
               (a.is(end, kSubordinator) && !a.is(end, kPreposition)) || is_finite_cue(a, end)) {
      if (end > begin) break;
    } else if (a.is(end, kPreposition) && end > begin) {
      const bool medium = end + 2 < to && (is_media(a, end + 1) || is_media(a, end + 2));
      const bool tied =
          a.lower(end) == "of" || a.lower(end) == "for" || a.lower(end) == "from" || a.lower(end) == "with";
      const bool name_follows = end + 1 < to && (a.is_somebody(end + 1) || (end + 2 < to && a.is_somebody(end + 2)));
      if (medium || (named && !(tied && name_follows)) || (end + 1 < to && a.is_date(end + 1)) ||
          (!tied && !(a.lower(end) == "in" || a.lower(end) == "at")))
        break;
      named = false;
    } else if (named && a.lower(end).size() > 4 && a.lower(end).ends_with("ing")) {
      break;
    } else if (a.is(end, kAdverb) && end > begin && !a.is(end, kDeterminer)) {
      break;
    }
    ++end;
  }
  if (end == begin || !has_head(a, {begin, end})) return std::nullopt;
  // "said an official who oversaw the search"
  if (end < to && a.is(end, kRelative) && a.mention(end) == nullptr) {
    while (end < to && end - begin < kReach && !a.is_char(end, ',') && !a.is_quoted(end) && !a.ends_sentence(end))
      ++end;
  }
  // Appositions and ages: "said Ana Duarte, 52, the president of the union."
  while (end + 1 < to && a.is_char(end, ',') && opens_apposition(a, end + 1)) {
    auto last = end + 1;
    while (last < to && last - end < kReach && !a.is_char(last, ',') && !a.is_char(last, ';') &&
           !a.ends_sentence(last) && !a.opens_quotation(last) && !a.is_quoted(last) && !a.is_free_dash(last))
      ++last;
    if (last == end + 1) break;
    // A clause of its own is no apposition: "According to Jones, the plan was lost".
    bool clause = false;
    for (auto i = end + 1; i < last && !a.is(i, kRelative); ++i) {
      clause = clause || is_finite_cue(a, i) || (a.is(i, kAuxiliary | kModal) && a.mention(i) == nullptr);
    }
    if (clause) break;
    end = last;
  }
  return TokenRange{begin, end};
}

std::optional<TokenRange> subject_of_sentence(const Article& a, TokenRange sentence) {
  auto i = sentence.first;
  const auto to = std::min(sentence.last, sentence.first + 2 * kReach);
  for (std::uint32_t tries = 0; i < to && tries < kTries; ++tries) {
    while (i < to &&
           (a.is_char(i, ',') || (a.mention(i) == nullptr && a.is(i, kConjunction | kAdverb) && !a.is(i, kDeterminer))))
      ++i;
    if (i >= to) break;
    const bool oblique = a.mention(i) == nullptr && ((!a.is(i, kDeterminer) && a.is(i, kPreposition | kSubordinator)) ||
                                                     a.lower(i).ends_with("ing"));
    if (!oblique && !a.is_date(i)) {
      if (const auto found = subject_after(a, i, to)) return found;
      if (!a.is_quoted(i) && a.is_word(i) && !a.lower(i).ends_with("ing") && !a.lower(i).ends_with("ed")) {
        auto end = i;
        while (end < to && a.is_word(end) && a.mention(end) == nullptr && !a.is_quoted(end) &&
               !a.is(end, kAuxiliary | kModal | kPreposition | kConjunction | kSubordinator) && a.cue(end) == nullptr)
          ++end;
        if (end < to && end > i && end - i <= 4) return TokenRange{i, end};
      }
    }
    while (i < to && !a.is_char(i, ',')) {
      if (a.is_quoted(i)) return std::nullopt;
      ++i;
    }
  }
  return std::nullopt;
}

std::uint32_t skip_adjuncts(const Article& a, std::uint32_t begin, std::uint32_t to) {
  auto i = begin;
  to = std::min(to, begin + kReach);
  while (i < to && !a.is_quoted(i)) {
    if (a.is_date(i)) {
      i = a.mention(i)->tokens.last;
      continue;
    }
    if (a.is(i, kTime) && !a.is(i, kDeterminer)) {
      ++i;
      continue;
    }
    if (!a.is(i, kPreposition) || a.lower(i) == "that" || a.lower(i) == "than" || a.lower(i) == "as") break;
    auto end = i + 1;
    // To a name, a date, or the word for a medium, over what describes it.
    bool good = false;
    while (end < to && end - i < 8) {
      if (const auto* m = a.mention(end); m != nullptr) {
        if (m->kind == MentionKind::kPronoun && !a.is(end, kDeterminer)) break;
        end = m->tokens.last;
        if (end < to && a.token(end).kind == TokenKind::kClitic) {
          ++end;
          continue;
        }
        good = true;
        if (end < to && is_media(a, end)) continue;
        break;
      }
      if (a.is_quoted(end) || !(a.is_word(end) || a.is_joint(end))) break;
      if (is_media(a, end)) {
        good = true;
        ++end;
        while (end < to && is_media(a, end)) ++end;
        break;
      }
      if (a.is(end, kSubject | kAuxiliary | kModal | kConjunction) && !a.is(end, kDeterminer)) break;
      if (a.lower(end) == "that" || a.cue(end) != nullptr) break;
      ++end;
    }
    if (!good) break;
    i = std::min(end, to);
  }
  return i;
}

std::uint32_t skip_addressee(const Article& a, std::uint32_t begin, std::uint32_t to) {
  auto i = begin;
  if (i < to && !a.is_quoted(i)) {
    if (a.is(i, kObjectForm) && !a.is(i, kDeterminer)) {
      i = i + 1;
    } else if (a.is_somebody(i)) {
      i = a.mention(i)->tokens.last;
      if (i + 1 < to && a.lower(i) == "and" && a.is_somebody(i + 1)) i = a.mention(i + 1)->tokens.last;
      while (i < to && a.token(i).kind == TokenKind::kClitic) ++i;
      while (i < to && a.is(i, kTheySpeak)) ++i;
      if (i < to && a.is_word(i) && a.token(i).upper) ++i;
    } else {
      auto end = i;
      while (end < to && end - i < 6 &&
             (a.is(end, kDeterminer) || a.is_somebody(end) || a.is_joint(end) ||
              (a.is_word(end) && !a.is(end, 0xffffffff & ~kTheySpeak)))) {
        const bool people = a.is(end, kTheySpeak) || is_media(a, end);
        ++end;
        if (people) break;
      }
      if (end > i && (a.is(end - 1, kTheySpeak) || a.is(i, kDeterminer) || a.is_somebody(end - 1))) i = end;
    }
  }
  return skip_adjuncts(a, std::min(i, to), to);
}

}  // namespace pullquote::quotes
