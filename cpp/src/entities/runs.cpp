#include "runs.h"

#include <algorithm>

namespace pullquote::entities {

using namespace features;  // the word and name classes, which every line here speaks of

namespace {

constexpr std::uint64_t kHeads = kOrgHead | kFacilityHead | kPlaceHead | kEventHead;
constexpr std::uint32_t kPlaces = kCountry | kCapital | kCity | kRegion;
constexpr std::uint32_t kFirstName = kMaleFirstName | kFemaleFirstName;
constexpr std::uint32_t kLongestRun = 24;    // tokens; longer ones are cut, which keeps hostile input linear
constexpr std::uint32_t kLongestPhrase = 7;  // words of a lexicon entry

class PieceFinder {
 public:
  explicit PieceFinder(const Article& article) : a_(article), w_(article.words) {}

  std::vector<Piece> find() {
    for (const auto& sentence : a_.text.sentences) {
      end_ = sentence.tokens.last;
      if (a_.has(sentence.tokens.first, kSkipped)) continue;
      for (auto i = sentence.tokens.first; i < end_;) {
        if (!opens(i)) {
          ++i;
          continue;
        }
        const auto last = run_end(i);
        split({i, last});
        i = last;
      }
    }
    return std::move(pieces_);
  }

 private:
  // "us" is a function word, "US" is not; in a line of capitals nobody can tell.
  [[nodiscard]] bool is_function(std::uint32_t i) const {
    return w_.is(i, kFunction) && !(a_.token(i).all_upper && !a_.has(i, kTitleCase));
  }

  // "iPhone", "al-Shabab"
  [[nodiscard]] bool has_inner_capital(std::uint32_t i) const {
    if (!a_.is_word(i) || a_.token(i).upper) return false;
    const auto word = a_.text.word(i);
    return word.size() > 2 && std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           (word.substr(0, 3) == "al-" || word.find('-') == std::string_view::npos);
  }

  // "al-Shabab"
  [[nodiscard]] bool opens_with_article(std::uint32_t i) const {
    return i + 2 < end_ && a_.is_char(i + 1, '-') && !a_.token(i + 1).space_before && w_.is(i, kNameParticle) &&
           !a_.token(i).upper && can_stand_in(i + 2);
  }

  [[nodiscard]] bool can_stand_in(std::uint32_t i) const {
    if (i >= end_ || a_.has(i, kValue) || !a_.is_capitalised(i) || is_function(i)) return false;
    if (!a_.has(i, kTitleCase)) return true;
    return (w_.names(i) & (kCountry | kDemonym | kRegion)) != 0 ||
           (a_.capitalised(i) > 0 && a_.capitalised(i) > a_.lower_cased(i));
  }

  [[nodiscard]] bool opens(std::uint32_t i) const {
    return can_stand_in(i) || (!a_.has(i, kValue | kTitleCase) && (has_inner_capital(i) || opens_with_article(i)));
  }

  [[nodiscard]] std::uint32_t run_end(std::uint32_t first) const {
    const auto limit = std::min(end_, first + kLongestRun);
    bool headed = false;  // "Ministry of": a list of words may follow
    bool open = false;    // inside such a list
    auto i = opens_with_article(first) ? first + 3 : first + 1;
    if (const auto phrase = longest_phrase(a_, {first, limit}); phrase.size > 1) i = first + phrase.size;
    while (i < limit) {
      if (can_stand_in(i)) {
        if (a_.token(i).space_before || a_.is_char(i - 1, '-') || a_.is_char(i - 1, '&')) {
          ++i;
          continue;
        }
        break;
      }
      headed = w_.is(i - 1, kOrgHead | kEventHead);
      const auto next = join(first, i, limit, headed, open);
      if (next == i) break;
      if (headed && w_.is(i, kConnector)) open = true;
      i = next;
    }
    return i;
  }

  // The first capitalised word after small words at `i` that belong inside a name; `i` where they do not.
  [[nodiscard]] std::uint32_t join(std::uint32_t first, std::uint32_t i, std::uint32_t limit, bool headed,
                                   bool open) const {
    auto next = i + 1;
    if (a_.is_char(i, '-')) return after_hyphen(first, i, limit);
    if (a_.is_char(i, '&')) return next < limit && can_stand_in(next) ? next : i;
    if (a_.is_possessive(i)) {
      // "People's Republic", "Children's Fund", not "Guaido's Venezuela"
      const bool common = (w_.names(i - 1) & kCommonWord) != 0 && !a_.has(i - 1, kInitial);
      const bool members = w_.lower(i) == "'" && next < limit && w_.is(next, kOrgHead);  // "Shipowners' Association"
      return (common || members) && next < limit && can_stand_in(next) && !w_.is(next, kRole) ? next : i;
    }
    if (a_.is_char(i, ',')) return open ? list_goes_on(i, limit) : i;
    if (!a_.is_word(i) || a_.token(i).upper || !a_.token(i).space_before) return i;
    if (w_.is(i, kNameParticle)) {
      if (next + 1 < limit && a_.is_char(next, '-') && can_stand_in(next + 1)) return next + 1;  // "al-Bashir"
      while (next < limit && w_.is(next, kNameParticle) && !a_.token(next).upper) ++next;
      return next < limit && can_stand_in(next) ? next : i;
    }
    if (!w_.is(i, kConnector)) return i;
    const auto word = w_.lower(i);
    if (next < limit && w_.lower(next) == "the" && word != "and") ++next;
    if (next >= limit || !can_stand_in(next)) return i;
    if (word == "of") {
      const bool titular =
          w_.is(i - 1, kHeads | kRole) || ((w_.names(i - 1) & kCommonWord) != 0 && !a_.has(i - 1, kInitial));
      return titular ? next : i;
    }
    if (word == "for" || word == "on" || word == "against") return headed && next == i + 1 ? next : i;
    if (word == "and") {
      const bool name_follows = (w_.names(next) & (kPlaces | kDemonym)) != 0 || w_.is(next, kHonorific) ||
                                (w_.is(next, kOrgHead) && w_.is(next + 1 < limit ? next + 1 : next, kConnector));
      if (open) return name_follows ? i : next;
      return joins_two_common_words(first, i, limit) ? next : i;
    }
    return i;
  }

  // "Atta-Mills", "Suk-yeol", not "U.S.-led"
  [[nodiscard]] std::uint32_t after_hyphen(std::uint32_t first, std::uint32_t hyphen, std::uint32_t limit) const {
    const auto next = hyphen + 1;
    if (next >= limit || a_.token(hyphen).space_before || a_.token(next).space_before) return hyphen;
    if (a_.token(hyphen - 1).end - a_.token(hyphen - 1).begin == 1) return hyphen;  // "D-Ohio"
    if (can_stand_in(next)) return next;
    const auto word = w_.lower(next);
    const bool syllable = a_.is_word(next) && !a_.token(next).upper && word.size() <= 6 &&
                          !w_.is(next, kCompoundTail) && !word.ends_with("ed") &&
                          (hyphen > first + 1 || (w_.names(next) & kCommonWord) == 0) &&
                          (w_.names(hyphen - 1) & (kPlaces | kDemonym)) == 0 && !a_.token(hyphen - 1).all_upper;
    return syllable ? next + 1 : hyphen;
  }

  // "Food and Drug Administration": plain words on both sides and a head at the end.
  [[nodiscard]] bool joins_two_common_words(std::uint32_t first, std::uint32_t i, std::uint32_t limit) const {
    if (i != first + 1 || (w_.names(first) & kCommonWord) == 0 || (w_.names(i + 1) & kCommonWord) == 0) return false;
    auto last = i + 1;
    while (last + 1 < limit && can_stand_in(last + 1)) ++last;
    return last > i + 1 && w_.is(last, kOrgHead);
  }

  // "Ministry of Agriculture, Livestock and Fisheries": after a comma the list must reach its "and".
  [[nodiscard]] std::uint32_t list_goes_on(std::uint32_t comma, std::uint32_t limit) const {
    const auto far = std::min(limit, comma + 10);
    bool conjunction = false;
    for (auto i = comma + 1; i < far; ++i) {
      if (w_.lower(i) == "and") {
        conjunction = true;
        continue;
      }
      if (a_.is_char(i, ',')) continue;
      if (!can_stand_in(i) || (w_.names(i) & (kPlaces | kDemonym)) != 0) return comma;
      if (conjunction) return can_stand_in(comma + 1) ? comma + 1 : comma;
    }
    return comma;
  }

  void split(TokenRange run) {
    strip_initial(run);
    bool titled = false;
    for (std::uint32_t guard = 0; !run.empty() && guard < kLongestRun; ++guard) {
      while (!run.empty() && !opens(run.first)) ++run.first;
      if (run.empty()) return;
      if (!titled) {
        if (const auto n = leading_place(run); n > 0) {
          emit({run.first, run.first + n}, false);
          run.first += n;
          continue;
        }
      }
      if (const auto rest = after_title(run); rest > run.first) {
        titled = rest < run.last;
        run.first = rest;
        continue;
      }
      const auto last = name_end(run);
      emit({run.first, last}, titled);
      titled = false;
      run.first = last;
    }
  }

  void emit(TokenRange range, bool titled) {
    while (!range.empty() && !a_.is_word(range.last - 1) && a_.token(range.last - 1).kind != TokenKind::kNumber)
      --range.last;
    if (range.empty()) return;
    pieces_.push_back({range, titled, a_.has(range.first, kInitial | kTitleCase)});
  }

  // Words at the start of a sentence that only its start capitalises.
  void strip_initial(TokenRange& run) const {
    while (!run.empty() && a_.has(run.first, kInitial) && !keeps_capital(run)) {
      ++run.first;
      while (!run.empty() && !opens(run.first)) ++run.first;
    }
  }

  [[nodiscard]] bool keeps_capital(TokenRange run) const {
    const auto i = run.first;
    const auto names = w_.names(i);
    if (a_.token(i).all_upper && !a_.has(i, kTitleCase)) return true;
    if (longest_phrase(a_, run).size > 1 || a_.pair_capitalised(i)) return true;
    const auto upper = a_.capitalised(i);
    const auto lower = a_.lower_cased(i);
    if (upper > lower) return true;
    const auto next = i + 1;
    if (next < run.last && a_.is_capitalised(next)) {
      if (w_.is(next, kHeads | kRole) || w_.is(i, kHonorific | kRole | kRegnal)) return true;
      if (w_.is(i, kRoleModifier) && w_.is(next, kRoleModifier)) return true;
      if ((names & kFirstName) != 0) return lower == 0;
    } else if (next < run.last && w_.is(i, kHeads | kRole) && w_.is(next, kConnector)) {
      return true;  // "Ministry of Health", "Secretary of State"
    } else if (w_.is(i, kHeads | kRole | kRoleModifier | kKinship | kSpeechVerb | kPlaceCue)) {
      return false;
    }
    return lower == 0 && (names & kCommonWord) == 0;
  }

  // A nationality, a group or a place before something else: its size in tokens, 0 where there is none.
  [[nodiscard]] std::uint32_t leading_place(TokenRange run) const {
    const auto phrase = longest_phrase(a_, run);
    const bool group = phrase.size <= 1 && w_.is(run.first, kGroup);
    const auto size = std::max<std::uint32_t>(phrase.size, group ? 1 : 0);
    if (size == 0 || run.first + size >= run.last) return 0;
    const auto next = run.first + size;
    const bool single_head = next + 1 == run.last && w_.is(next, kPlaceHead);
    if ((phrase.names & kDemonym) != 0 || group) {
      if ((phrase.names & (kFirstName | kSurname)) != 0 && (w_.names(next) & kSurname) != 0 && next + 1 == run.last &&
          !w_.is(next, kHeads)) {
        return 0;  // "English" and "German" are surnames and first names too
      }
      return single_head ? 0 : size;  // "Indian Ocean"
    }
    if ((phrase.names & kPlaces) == 0 || single_head || a_.is_possessive(next)) return 0;
    if (w_.is(run.last - 1, kOrgHead | kOrgSuffix)) return 0;  // "Ohio Historical Society"
    if (w_.is(next, kOrgHead) && next + 1 < run.last && w_.is(next + 1, kConnector)) return 0;
    if ((phrase.names & kOrganisation) != 0 && phrase.size > 1) return size;
    if ((phrase.names & (kCountry | kRegion)) != 0 && (phrase.names & kGivenAsWord) == 0) return size;
    // A town's name is often a surname too, so the words after it must be of another kind.
    return w_.is(run.last - 1, kHeads) && !w_.is(run.last - 1, kPlaceHead | kOrgSuffix) ? size : 0;
  }

  // One past the title at the start of a run: "Foreign Minister", "Secretary of State", "Mr". The start where there is
  // none.
  [[nodiscard]] std::uint32_t after_title(TokenRange run) const {
    auto i = run.first;
    auto last = run.first;  // one past the last head of a title
    bool honorific = false;
    for (; i < run.last; ++i) {
      if (w_.is(i, kHonorific) || (w_.is(i, kRole) && !is_surname_here(i, run))) {
        honorific = honorific || w_.is(i, kHonorific);
        last = i + 1;
      } else if (!w_.is(i, kRoleModifier) && !(last == i && w_.lower(i) == "and")) {
        break;
      }
    }
    if (last == run.first) return run.first;
    if (last == run.last) return run.last;
    // "General Assembly", "King Abdullah University": the title is part of a longer name.
    const auto tail = run.last - 1;
    const bool institution = w_.is(tail, kHeads | kOrgSuffix) && !w_.is(tail, kFirstName);
    if (w_.is(last, kConnector) && last + 1 < run.last) return portfolio_end(last + 1, run);
    const bool named_person = (w_.names(last) & kFirstName) != 0 && run.last - last >= 2;
    if (institution && !honorific && !(named_person && !w_.is(run.first, kRegnal))) return run.first;
    return last;
  }

  // "Major", "Judge" and "Bishop" between a first name and another word are names.
  [[nodiscard]] bool is_surname_here(std::uint32_t i, TokenRange run) const {
    return i > run.first && (w_.names(i - 1) & kFirstName) != 0 && (w_.names(i) & kSurname) != 0 && i + 1 == run.last;
  }

  // "Secretary of State", "Minister of Health and Welfare": common words that say of what, up to a name.
  [[nodiscard]] std::uint32_t portfolio_end(std::uint32_t i, TokenRange run) const {
    while (i < run.last && (w_.lower(i) == "the" || w_.lower(i) == "for")) ++i;
    while (i < run.last) {
      if (const auto phrase = longest_phrase(a_, {i, run.last}); phrase.size > 1 && (phrase.names & kPlaces) != 0)
        break;
      const bool plain = (w_.names(i) & (kPlaces | kDemonym)) == 0 &&
                         ((w_.names(i) & kCommonWord) != 0 || w_.is(i, kRoleModifier | kConnector | kHeads));
      if (!plain) break;
      ++i;
    }
    return i;
  }

  // The end of the name at the start of a run: before a title inside it ("DPP Legislator Rosalia Wu").
  [[nodiscard]] std::uint32_t name_end(TokenRange run) const {
    for (auto i = run.first + 1; i < run.last; ++i) {
      if (!w_.is(i, kRole | kHonorific) || w_.is(i, kRegnal | kHeads)) continue;
      if (w_.is(i - 1, kConnector) || w_.is(i - 1, kNameParticle)) continue;
      if ((w_.names(i - 1) & kFirstName) != 0 && (w_.names(i) & kSurname) != 0) continue;
      const auto rest = TokenRange{i, run.last};
      const auto after = after_title(rest);
      if (after == i) continue;
      auto cut = i;
      while (cut > run.first + 1 && w_.is(cut - 1, kRoleModifier)) --cut;
      return cut;
    }
    return run.last;
  }

  const Article& a_;
  const Words& w_;
  std::uint32_t end_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

Phrase longest_phrase(const Article& article, TokenRange range) {
  Phrase best;
  const auto limit = std::min(range.size(), kLongestPhrase);
  for (std::uint32_t size = 1; size <= limit; ++size) {
    const auto flags = size == 1 ? article.words.names(range.first)
                                 : article.words.lexicon().find(article.words.lower({range.first, range.first + size}));
    const auto names =
        flags & (kPlaces | kDemonym | kOrganisation | kFirstName | kSurname | kGivenAsWord | kCommonWord);
    const bool ends_well = size == 1 || article.token(range.first + size - 1).upper;
    if ((names & (kPlaces | kDemonym | kOrganisation)) != 0 && ends_well) best = {size, names};
    if ((flags & Lexicon::kPrefix) == 0) break;
  }
  return best;
}

std::vector<Piece> find_pieces(const Article& article) { return PieceFinder(article).find(); }

}  // namespace pullquote::entities
