#include "thing_names.h"

#include <algorithm>
#include <string>

#include "model/flag_table.h"

// Names of things. The longer ones are settled before the shorter ones, and each leaves behind the hashes under which a
// shorter one may find it: its beginnings ("Goldman") and ends ("State Department"), its words turned around ("Ministry
// of Health", "Health Ministry"), its initials ("IAEA"). Each name has a bounded number of parts.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint64_t kInitials = 200;  // salts of hashes
constexpr std::uint64_t kParts = 100;

class ThingLinker {
 public:
  ThingLinker(const Article& article, NameTable& names) : a_(article), w_(article.words), names_(names) {}

  void link() {
    std::vector<std::uint32_t> order(names_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto x, auto y) { return names_[x].sample.size() > names_[y].sample.size(); });
    for (const auto n : order) {
      const auto label = names_[n].label;
      if (label == Label::kPerson) {
        if (names_[n].size() > 2) leave_initials(n);
        if (names_[n].size() == 1) join_acronym(n);
      } else if (label != Label::kDate && label != Label::kMoney) {
        link_thing(n);
      }
    }
  }

 private:
  void link_thing(std::uint32_t n) {
    const auto& name = names_[n];
    const auto salt = kind_of(name.label) + kParts;
    const auto whole = salted(names_.hash({name.core_first, name.core_last}), salt);
    if (const auto holder = parts_.find(whole); holder != 0 && may_be_short(n)) {
      names_.join(holder - 1, n);
      return;
    }
    if (name.size() == 1) {
      join_acronym(n);
      if (name.sample.size() > 1) leave(whole, n);  // "Acme Holdings Ltd" may be called "Acme"
      return;
    }
    leave_initials(n);
    if (name.label == Label::kNorp) return;
    for (auto i = name.core_first + 1; i <= name.core_last; ++i) {
      leave(salted(names_.hash({name.core_first, i}), salt), n);
      if (name.label != Label::kLoc && i + 1 < name.core_last) {
        leave(salted(names_.hash({i, name.core_last}), salt), n);
      }
    }
    leave_turned(n, salt);
  }

  // "Bank" is not short for "Bank of Ghana", "China" not for "China Daily".
  [[nodiscard]] bool may_be_short(std::uint32_t n) const {
    const auto& name = names_[n];
    if (name.label == Label::kLoc || name.label == Label::kNorp || name.label == Label::kMisc) {
      return name.core_last != name.sample.last;
    }
    if (name.size() > 1) return true;
    const auto first = name.core_first;
    if (a_.token(first).all_upper && a_.text.word(first).size() < 6) return false;  // "FIFA Council"
    return !w_.is(first, kOrgHead | kFacilityHead | kDirection) &&
           (w_.names(first) & (kCountry | kDemonym | kCommonWord | kCapital)) == 0;
  }

  // The first holder of a part keeps it; with names in order of length that is the longest.
  void leave(std::uint64_t part, std::uint32_t n) {
    auto& holder = parts_[part];
    if (holder == 0) holder = n + 1;
  }

  // "Ministry of Health" as "Health Ministry", "University of Oxford" as "Oxford University".
  void leave_turned(std::uint32_t n, std::uint64_t salt) {
    const auto& name = names_[n];
    if (name.size() < 3 || w_.lower(name.core_first + 1) != "of" || !w_.is(name.core_first, kOrgHead)) return;
    auto rest = name.core_first + 2;
    if (w_.lower(rest) == "the" && rest + 1 < name.core_last) ++rest;
    const auto turned =
        names_.folded({rest, name.core_last}) + ' ' + names_.folded({name.core_first, name.core_first + 1});
    leave(salted(model::hash64(turned), salt), n);
  }

  // The initials with and without the small words: "IAEA", "DRC", "BoG".
  void leave_initials(std::uint32_t n) {
    std::string all;
    std::string capitals;
    const auto& name = names_[n];
    for (auto i = name.core_first; i < name.core_last; ++i) {
      if (!a_.is_word(i)) continue;
      const char c = names_.folded({i, i + 1}).front();
      all.push_back(c);
      if (a_.token(i).upper) capitals.push_back(c);
    }
    if (capitals.size() > 1) leave(salted(model::hash64(capitals), kInitials), n);
    if (all.size() > 2 && all != capitals) leave(salted(model::hash64(all), kInitials), n);
  }

  void join_acronym(std::uint32_t n) {
    const auto at = names_[n].core_first;
    const auto word = a_.text.word(at);
    if (!a_.token(at).all_upper || word.size() < 2 || word.size() > 10) return;
    auto letters = names_.folded({at, at + 1});
    std::erase(letters, '.');
    const auto holder = parts_.find(salted(model::hash64(letters), kInitials));
    if (holder == 0) return;
    // "AMLO" is a person where the words are one's, and "USA" is not.
    const bool person = names_[holder - 1].label == Label::kPerson;
    if (person == (names_[n].label == Label::kPerson)) names_.join(holder - 1, n);
  }

  const Article& a_;
  const Words& w_;
  NameTable& names_;
  HashMap parts_;  // hash of a part of a name -> number of the name + 1
};

// "International Atomic Energy Agency (IAEA)"; the brackets are proof enough when the first letters agree.
void link_bracketed_acronyms(const Article& a, const std::vector<Mention>& mentions, NameTable& names) {
  const auto unfit = [](Label label) {
    return label == Label::kPerson || label == Label::kDate || label == Label::kMoney;
  };
  for (std::size_t m = 1; m < mentions.size(); ++m) {
    const auto& acronym = mentions[m];
    const auto& full = mentions[m - 1];
    const auto at = acronym.tokens.first;
    if (acronym.tokens.size() != 1 || full.tokens.size() < 2 || full.tokens.last + 1 != at) continue;
    if (!a.is_char(at - 1, '(') || unfit(acronym.label) || unfit(full.label)) continue;
    auto first = full.tokens.first;
    if (m > 1 && mentions[m - 2].tokens.last == first) first = mentions[m - 2].tokens.first;
    const char initial = a.words.lower(at).front();
    if (a.words.lower(first).front() != initial && a.words.lower(full.tokens.first).front() != initial) continue;
    names.join(full.entity, acronym.entity);
  }
}

}  // namespace

void link_things(const Article& article, const std::vector<Mention>& mentions, NameTable& names) {
  ThingLinker(article, names).link();
  link_bracketed_acronyms(article, mentions, names);
}

}  // namespace pullquote::entities
