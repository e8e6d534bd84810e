#include "mention_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/flag_table.h"
#include "model/hash.h"

namespace pullquote::entities {

using features::Clusters;
using model::mix;

namespace {

constexpr std::uint32_t kLongestName = 8;  // words of a name looked for elsewhere

std::uint32_t bucket(std::uint32_t count) { return count < 3 ? count : count < 6 ? 3 : 4; }

}  // namespace

MentionEvidence::MentionEvidence(const Article& article, const MentionFeatures& features,
                                 std::span<const std::uint8_t> tags)
    : a_(article),
      f_(features),
      tags_(tags),
      guesses_(mentions_of(tags)),
      guess_at_(tags.size()),
      known_(tags.size()),
      named_(tags.size()) {
  guess_phrases_.reserve(guesses_.size());
  for (std::uint32_t g = 0; g < guesses_.size(); ++g) {
    const auto [range, label] = guesses_[g];
    guess_phrases_.push_back(phrase(range));
    vote(phrases_, phrase_votes_, guess_phrases_.back(), static_cast<std::size_t>(label));
    for (auto i = range.first; i < range.last; ++i) {
      guess_at_[i] = g + 1;
      words_[a_.hash(i)] = 1;  // a word to be counted
      if (range.size() > 1) {
        const std::uint64_t part = i == range.first ? 0 : i + 1 == range.last ? 2 : 1;
        vote(parts_, part_votes_, mix(part, a_.hash(i)), static_cast<std::size_t>(label));
      }
    }
    if (range.size() > 1) {
      auto& longest = starts_[a_.hash(range.first)];
      longest = std::max(longest, std::min(range.size(), kLongestName));
      vote_acronyms(guesses_[g]);
    }
  }
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    if (words_.find(a_.hash(i)) == 0) continue;
    auto& number = words_[a_.hash(i)];
    if (number == 1) {
      word_votes_.emplace_back();
      number = static_cast<std::uint32_t>(word_votes_.size()) + 1;
    }
    auto& votes = word_votes_[number - 2][label_at(i)];
    if (votes < 0xffff) ++votes;
  }
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    named_[i] = tags_[i] != kOutside || word_majority(i).label < kOther;
  }
  find_known();
}

std::uint64_t MentionEvidence::phrase(TokenRange range) const {
  std::uint64_t hash = range.size();
  for (auto i = range.first; i < range.last; ++i) hash = mix(hash, a_.hash(i));
  return hash;
}

std::uint32_t MentionEvidence::label_at(std::uint32_t token) const {
  return tags_[token] == kOutside ? kOther : static_cast<std::uint32_t>(label_of(tags_[token]));
}

void MentionEvidence::vote(HashMap& index, std::vector<Votes>& votes, std::uint64_t key, std::size_t label) {
  auto& number = index[key];
  if (number == 0) {
    votes.emplace_back();
    number = static_cast<std::uint32_t>(votes.size());
  }
  auto& count = votes[number - 1][label];
  if (count < 0xffff) ++count;
}

// The first letters of a name's words, of all and of those with a capital, may stand for it elsewhere.
void MentionEvidence::vote_acronyms(const Guess& guess) {
  std::array<char, kLongestName> all{}, capital{};
  std::size_t size = 0, capitals = 0;
  for (auto i = guess.tokens.first; i < guess.tokens.last && size < kLongestName; ++i) {
    const auto word = a_.words.lower(i);
    const char c = word.empty() ? ' ' : word.front();
    if (c < 'a' || c > 'z') continue;
    all[size++] = c;
    if (a_.is_capitalised(i)) capital[capitals++] = c;
  }
  const auto vote_for = [&](std::string_view letters) {
    vote(acronyms_, acronym_votes_, model::hash64(letters), static_cast<std::size_t>(guess.label));
  };
  if (capitals > 1) vote_for({capital.data(), capitals});
  if (size > capitals && size > 1) vote_for({all.data(), size});
}

// Names of several words, wherever their words stand side by side.
void MentionEvidence::find_known() {
  for (const auto& sentence : a_.text.sentences) {
    for (auto i = sentence.tokens.first; i < sentence.tokens.last;) {
      const auto longest = std::min(starts_.find(a_.hash(i)), sentence.tokens.last - i);
      std::uint32_t size = 0, number = 0;
      std::uint64_t found = 0;
      for (auto n = longest; n > 1 && size == 0; --n) {
        const auto key = phrase({i, i + n});
        number = phrases_.find(key);
        if (number == 0) continue;
        size = n;
        found = key;
      }
      if (size == 0) {
        ++i;
        continue;
      }
      const auto g = guess_at_[i];
      const bool itself = g != 0 && guesses_[g - 1].tokens == TokenRange{i, i + size};
      const auto best = majority(phrases_, phrase_votes_, found,
                                 itself ? static_cast<std::uint32_t>(guesses_[g - 1].label) : kOther + 1);
      if (best.label <= kOther) {
        for (std::uint32_t k = 0; k < size; ++k) {
          const std::uint32_t place = k == 0 ? 1 : k + 1 == size ? 3 : 2;
          known_[i + k] = 1 + best.label * 4 + place;
        }
      }
      i += size;
    }
  }
}

MentionEvidence::Majority MentionEvidence::majority_of(const Votes& counts) {
  Majority best;
  std::uint32_t sum = 0;
  for (std::uint32_t label = 0; label <= kOther; ++label) {
    sum += counts[label];
    if (counts[label] > best.votes) {
      best.votes = counts[label];
      best.label = label;
    }
  }
  if (sum == 0) return {};
  best.share = best.votes == sum ? 3 : best.votes * 3 >= sum * 2 ? 2 : best.votes * 2 >= sum ? 1 : 0;
  best.votes = bucket(best.votes);
  return best;
}

MentionEvidence::Majority MentionEvidence::majority(const HashMap& index, const std::vector<Votes>& votes,
                                                    std::uint64_t key, std::uint32_t without) const {
  const auto number = index.find(key);
  if (number == 0) return {};
  auto counts = votes[number - 1];
  if (without <= kOther) --counts[without];
  return majority_of(counts);
}

MentionEvidence::Majority MentionEvidence::word_majority(std::int64_t token) const {
  if (token < 0 || token >= static_cast<std::int64_t>(tags_.size())) return {};
  const auto i = static_cast<std::uint32_t>(token);
  const auto number = words_.find(a_.hash(i));
  if (number < 2) return {};
  auto counts = word_votes_[number - 2];
  --counts[label_at(i)];
  return majority_of(counts);
}

bool MentionEvidence::is_named(std::uint32_t token) const { return named_[token]; }

bool MentionEvidence::concerns(std::uint32_t token) const {
  return is_named(token) || (token > 0 && is_named(token - 1)) || (token + 1 < tags_.size() && is_named(token + 1));
}

void MentionEvidence::add(std::uint32_t token, model::FeatureBuffer& out) const {
  std::uint64_t number = 5000;
  const auto feature = [&](std::uint64_t value) { out.push_back(mix(++number, value)); };
  const auto tag = [&](std::int64_t i) -> std::uint64_t {
    return i < 0 || i >= static_cast<std::int64_t>(tags_.size()) ? 99 : tags_[static_cast<std::size_t>(i)];
  };
  const std::int64_t i = token;
  const auto shape = f_.shape(token);
  feature(tag(i));
  feature(mix(tag(i - 1), tag(i)));
  feature(mix(tag(i), tag(i + 1)));
  feature(mix(mix(tag(i - 1), tag(i)), tag(i + 1)));

  const auto own = word_majority(i);
  const auto before = word_majority(i - 1);
  const auto after = word_majority(i + 1);
  feature(own.label);
  feature(mix(own.label, tag(i)));
  feature(mix(mix(own.label, own.votes), own.share));
  feature(mix(mix(mix(own.label, own.votes), own.share), tag(i)));
  feature(mix(own.label, shape));
  feature(mix(before.label, own.label));
  feature(mix(own.label, after.label));
  feature(mix(mix(before.label, own.label), after.label));
  feature(mix(mix(mix(before.label, own.label), after.label), tag(i)));
  feature(known_[token]);
  feature(mix(known_[token], tag(i)));
  feature(mix(known_[token], own.label));
  for (std::uint64_t part = 0; part < 3; ++part) {
    const auto longer = majority(parts_, part_votes_, mix(part, a_.hash(token)), kOther + 1);
    const auto g = guess_at_[token];
    const bool alone = g == 0 || guesses_[g - 1].tokens.size() == 1;
    feature(mix(mix(longer.label, alone ? 1 : 0), tag(i)));
  }

  // "IAEA", where the article has "International Atomic Energy Agency" as well.
  const auto longer = majority(acronyms_, acronym_votes_, a_.hash(token), kOther + 1);
  if (longer.label <= kOther) {
    feature(mix(longer.label, shape));
    feature(mix(longer.label, tag(i)));
  }
  const auto g = guess_at_[token];
  if (g == 0) return;
  const auto& guess = guesses_[g - 1];
  const std::uint64_t place = (token == guess.tokens.first ? 1u : 0u) + (token + 1 == guess.tokens.last ? 2u : 0u);
  const auto label = static_cast<std::uint64_t>(guess.label);
  const auto same = majority(phrases_, phrase_votes_, guess_phrases_[g - 1], static_cast<std::uint32_t>(guess.label));
  std::uint64_t span = 6100;
  const auto of_span = [&](std::uint64_t value) { out.push_back(mix(mix(mix(++span, place), label), value)); };
  of_span(same.label);
  of_span(mix(mix(same.label, same.votes), same.share));
  const auto cluster = [&](std::int64_t k, int bits) -> std::uint64_t {
    return k < 0 || k >= static_cast<std::int64_t>(tags_.size())
               ? 0
               : Clusters::prefix(f_.cluster(static_cast<std::uint32_t>(k)), bits);
  };
  const std::int64_t first = guess.tokens.first, last = guess.tokens.last;
  of_span(std::min<std::uint32_t>(guess.tokens.size(), 6));
  // The mentions on both sides, where few words stand between: "A, B and C" are of a kind.
  if (g >= 2) {
    const auto& other = guesses_[g - 2];
    if (guess.tokens.first - other.tokens.last <= 3) {
      of_span(mix(mix(static_cast<std::uint64_t>(other.label), guess.tokens.first - other.tokens.last),
                  cluster(first - 1, 8)));
    }
  }
  ++span;
  if (g < guesses_.size()) {
    const auto& other = guesses_[g];
    if (other.tokens.first - guess.tokens.last <= 3) {
      of_span(
          mix(mix(static_cast<std::uint64_t>(other.label), other.tokens.first - guess.tokens.last), cluster(last, 8)));
    }
  }
}

}  // namespace pullquote::entities
