#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The model file: named sections of bytes, each with a checksum, mapped into memory and shared between processes.
// A file is hostile until proven otherwise: everything is bounds-checked, nothing is allocated from a size it states.
//
//   header   8 bytes magic, u32 format version, u32 section count, u64 file size, u64 checksum of the section table
//   table    per section: 16 bytes name (zero padded), u64 offset (64-byte aligned), u64 size, u64 checksum
//   bytes    the sections
// All numbers are little endian.

namespace pullquote::model {

inline constexpr std::uint32_t kFormatVersion = 1;

class ModelFile {
 public:
  /// Maps the file. Throws Error(kModelNotFound, kModelCorrupt, kModelVersion).
  [[nodiscard]] static ModelFile open(const std::filesystem::path& path);
  /// Takes a copy of the bytes; `name` stands for the path in errors.
  [[nodiscard]] static ModelFile from_bytes(std::vector<std::byte> bytes, std::string name = "<memory>");

  /// The bytes of a section, 64-byte aligned in a mapped file. Throws Error(kModelCorrupt) where there is none.
  /// They live as long as any copy of this ModelFile.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;
  [[nodiscard]] bool has_section(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> section_names() const;
  [[nodiscard]] const std::string& name() const;

 private:
  struct Impl;
  explicit ModelFile(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

/// Collects sections and gives the bytes of a file. The same sections give the same bytes.
class ModelWriter {
 public:
  /// Name: 1 to 16 bytes of printable ASCII, used once.
  void add(std::string name, std::vector<std::byte> bytes);
  [[nodiscard]] std::vector<std::byte> bytes() const;
  /// Writes beside the path, then renames, so that no reader sees half a file.
  void save(const std::filesystem::path& path) const;

 private:
  std::vector<std::pair<std::string, std::vector<std::byte>>> sections_;
};

}  // namespace pullquote::model
