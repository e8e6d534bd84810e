#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The names of a gazetteer as one hash table of the beginnings of all of them.
//
// A name is a sequence of words; the table holds the hash of each of its beginnings, in lower case. From any token of a
// text, one look-up a word follows the names that go on, and stops where none does: at once for most tokens, after
// kMostWords at the latest. That is a trie whose edges lie in one open-addressing table: 12 bytes a node, no pointers,
// and about as many cache misses as words that match. (Aho-Corasick would save the restarts and pay with several times
// the memory; names have three words on average, so there is little to save.)
//
// Only hashes of words are kept. A text that is not in the list is taken for one that is where their 64-bit hashes
// agree: about one chance in 10^13 a look-up with a million names.

namespace pullquote::gazetteer {

/// A name that ends at a node.
struct Form {
  std::uint32_t entry = 0;
  std::uint32_t next = 0;        // the next form of the same words in other capitals, + 1; 0: none
  std::uint32_t exact_mask = 0;  // the words whose capitals must be the same …
  std::uint32_t exact_hash = 0;  // … and the hash of those
};

/// Half of the hash of the words that must match as they are.
[[nodiscard]] std::uint32_t exact_hash(const std::vector<std::uint64_t>& exact_keys, std::size_t first,
                                       std::size_t count, std::uint32_t mask);

class NameTable {
 public:
  struct Node {
    std::uint32_t form = 0;  // + 1; 0: no name ends here
    bool goes_on = false;    // some name is longer
    bool exists = false;
  };
  [[nodiscard]] Node find(std::uint64_t hash) const;
  [[nodiscard]] const Form& form(std::uint32_t number) const { return forms_[number]; }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  [[nodiscard]] std::size_t memory() const {
    return keys_.size() * (sizeof keys_[0] + sizeof values_[0]) + forms_.size() * sizeof(Form);
  }

  /// `ends` are hashes of whole names with their forms, `beginnings` those of what comes before the last word. A form
  /// that an earlier one equals is left out.
  static NameTable build(std::vector<std::pair<std::uint64_t, Form>> ends, std::vector<std::uint64_t> beginnings);

  void write(std::string& out) const;
  /// False where the bytes cannot be a table of names of `entries` entries. Takes what it reads from `bytes`.
  [[nodiscard]] bool read(std::string_view& bytes, std::size_t entries);

 private:
  [[nodiscard]] std::size_t home(std::uint64_t hash) const;
  void insert(std::uint64_t hash, std::uint32_t form, bool goes_on);

  std::vector<std::uint64_t> keys_;    // 0: free; a key lies at its home or, in a row, after it
  std::vector<std::uint32_t> values_;  // number of the form + 1 in the lower 31 bits, above it whether a name goes on
  std::vector<Form> forms_;
};

}  // namespace pullquote::gazetteer
